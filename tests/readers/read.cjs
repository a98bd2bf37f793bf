// Reads labels as other people's programs understand them: one JSON request a line, one JSON answer a line.
"use strict";

const { createRequire } = require("node:module");
const { createInterface } = require("node:readline");

const load = createRequire(process.argv[2] + "/");

async function zpl({ label, width, height, dots }) {
  const { api } = await load("zpl-renderer-js").ready;
  return { png: await api.zplToBase64Async(Buffer.from(label, "base64").toString("latin1"), width, height, dots) };
}

// npos takes a label apart into commands; each picture among them it makes a bitmap of, 0 for a black dot.
async function escpos({ label }) {
  const npos = load("npos");
  const tree = await npos.parser().parse(Buffer.from(label, "base64"));
  if (tree.error) throw new Error(String(tree.error));
  const rows = [];
  for (const entry of tree.entries) {
    if (entry.type !== "raster") continue;
    const { width, height } = entry.data;
    for (let y = 0; y < height; y++) {
      let row = "";
      for (let x = 0; x < width; x++) row += entry.data.getPixel(x, y) === 0 ? "1" : "0";
      rows.push(row);
    }
  }
  return { rows, commands: tree.tree.map((node) => `${node.ascii || node.hex} ${node.fn || ""}`.trim()) };
}

const readers = { zpl, escpos };

(async () => {
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    let answer;
    try {
      answer = await readers[request.language](request);
    } catch (fault) {
      answer = { fault: String(fault) };
    }
    process.stdout.write(JSON.stringify(answer) + "\n");
  }
})();
