<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Answer</name>
    <message>
        <source>Let in</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>Do not board</source>
        <translation>暂不上车</translation>
    </message>
    <message>
        <source>Print a new badge</source>
        <translation>补打证件</translation>
    </message>
    <message>
        <source>Board here</source>
        <translation>在此上车</translation>
    </message>
    <message>
        <source>Send to their bus</source>
        <translation>请乘指定车</translation>
    </message>
    <message>
        <source>Call the supervisor</source>
        <translation>呼叫主管</translation>
    </message>
    <message>
        <source>Show the valid badge</source>
        <translation>查看有效证件</translation>
    </message>
    <message>
        <source>Type the badge number</source>
        <translation>输入证件编号</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>按姓名查找</translation>
    </message>
    <message>
        <source>Override…</source>
        <translation>破例放行…</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>列入候补</translation>
    </message>
</context>
<context>
    <name>Answered</name>
    <message>
        <source>let in</source>
        <extracomment>How a list names an answer that was given.</extracomment>
        <translation>已放行</translation>
    </message>
    <message>
        <source>not boarded</source>
        <translation>未上车</translation>
    </message>
    <message>
        <source>new badge</source>
        <translation>已补打证件</translation>
    </message>
    <message>
        <source>boarded here</source>
        <translation>已在此上车</translation>
    </message>
    <message>
        <source>sent to their bus</source>
        <translation>已请乘指定车</translation>
    </message>
    <message>
        <source>new one shown</source>
        <translation>已出示新证件</translation>
    </message>
    <message>
        <source>number typed</source>
        <translation>已输入编号</translation>
    </message>
    <message>
        <source>found by name</source>
        <translation>已按姓名找到</translation>
    </message>
    <message>
        <source>boarded by override</source>
        <translation>破例上车</translation>
    </message>
    <message>
        <source>for the supervisor</source>
        <translation>转主管处理</translation>
    </message>
    <message>
        <source>on standby</source>
        <translation>已列入候补</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>taken along by {name} {time}</source>
        <translation>{time} 由 {name} 代领</translation>
    </message>
</context>
<context>
    <name>BadgeDesk</name>
    <message>
        <source>It did not come out.</source>
        <extracomment>By the ledger&apos;s states (domain.jobs.JobState). What a person&apos;s answers lead to: it came out, it did not, print it once more, the guest has it. Labels from which on another roll should be at hand. Jobs looked through for what was printed. Why a badge is not there, by what the ledger keeps: a problem&apos;s key without its details, or that a person said so.</extracomment>
        <translation>没有打印出来。</translation>
    </message>
    <message>
        <source>The fonts of badges are not whole: install the application anew.</source>
        <translation>证件字体不完整：请重新安装本程序。</translation>
    </message>
    <message>
        <source>A name holds a character that no badge font has.</source>
        <translation>姓名中有证件字体缺少的字符。</translation>
    </message>
    <message>
        <source>A text does not fit on the badge: shorten it.</source>
        <translation>文字在证件上放不下：请缩短。</translation>
    </message>
    <message>
        <source>Its code could not be read back.</source>
        <translation>证件上的二维码无法读回。</translation>
    </message>
    <message>
        <source>{printer} is not there.</source>
        <translation>找不到打印机 {printer}。</translation>
    </message>
    <message>
        <source>The queue of {printer} is not on this computer any more.</source>
        <translation>{printer} 的队列已不在这台电脑上。</translation>
    </message>
    <message>
        <source>{printer} stopped.</source>
        <translation>打印机 {printer} 停止工作。</translation>
    </message>
    <message>
        <source>The template of the badges cannot be used.</source>
        <translation>证件模板无法使用。</translation>
    </message>
    <message>
        <source>What is set up of {printer} does not fit together.</source>
        <translation>{printer} 的设置互相不匹配。</translation>
    </message>
    <message>
        <source>The template of this badge has not come here yet.</source>
        <translation>这张证件的模板还没有传到这里。</translation>
    </message>
    <message>
        <source>The template for this category needs another paper.</source>
        <translation>这个类别的模板需要另一种纸张。</translation>
    </message>
    <message>
        <source>The picture for this badge cannot be used.</source>
        <translation>这张证件要用的图片无法使用。</translation>
    </message>
    <message>
        <source>{printer} cannot print the badge’s back.</source>
        <translation>{printer} 无法打印证件的背面。</translation>
    </message>
    <message>
        <source>The folder of {printer} cannot be written to.</source>
        <translation>{printer} 的文件夹无法写入。</translation>
    </message>
    <message>
        <source>It could not be printed.</source>
        <translation>未能打印。</translation>
    </message>
    <message>
        <source>{printer} did not say whether it came out.</source>
        <translation>{printer} 没有说明是否打出。</translation>
    </message>
    <message>
        <source>Nobody answers for the printers of this computer.</source>
        <translation>这台电脑的打印服务没有应答。</translation>
    </message>
    <message>
        <source>What the settings say of {printer} cannot be used.</source>
        <translation>设置中的 {printer} 无法使用。</translation>
    </message>
    <message>
        <source>This badge could not be drawn.</source>
        <translation>这张证件无法绘制。</translation>
    </message>
    <message>
        <source>This badge cannot be printed anywhere.</source>
        <translation>这张证件在任何打印机上都无法打印。</translation>
    </message>
    <message>
        <source>No printer is set up on this laptop.</source>
        <translation>这台电脑没有设置打印机。</translation>
    </message>
    <message>
        <source>Its queue may print one badge over and over, and is used: {who} said so.</source>
        <translation>其队列可能反复打印同一张证件，仍在使用：{who} 已同意。</translation>
    </message>
    <message>
        <source>Paused on this laptop: “{why}”.</source>
        <translation>已在本机暂停：“{why}”。</translation>
    </message>
    <message>
        <source>Prints for {printer}, too, which cannot print now.</source>
        <translation>同时代替暂时无法打印的 {printer}。</translation>
    </message>
    <message>
        <source>It can be printed now: press Retry at the badge desk.</source>
        <translation>现在可以打印了：请在制证台按“重试”。</translation>
    </message>
    <message>
        <source>Another record stands for this one: its badge is printed in this one’s place, unless there is one.</source>
        <translation>此记录已并入另一条：如那条还没有证件，改印那条的证件。</translation>
    </message>
    <message>
        <source>{printer} is not ready.</source>
        <translation>{printer} 未就绪。</translation>
    </message>
    <message>
        <source>{printer} · did it come out? If not, it may still: switch the printer off and on before another is printed.</source>
        <extracomment>What a person must know who is asked whether a badge came out, by what the ledger keeps.</extracomment>
        <translation>{printer} · 打印出来了吗？如果没有，之后仍可能打印出来：请先关闭打印机再打开，然后再打印另一张。</translation>
    </message>
    <message>
        <source>{printer} went on with it after the “No” · did it come out?</source>
        <translation>在回答“否”之后，{printer} 仍继续打印了这一张 · 打印出来了吗？</translation>
    </message>
</context>
<context>
    <name>BadgeDeskPanel</name>
    <message>
        <source>Name or badge no.</source>
        <translation>姓名或证件号</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>找到的人</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Print queue</source>
        <translation>打印队列</translation>
    </message>
    <message>
        <source>Nothing was printed yet.</source>
        <translation>还没有打印任务。</translation>
    </message>
    <message>
        <source>Name or no.</source>
        <translation>姓名或编号</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Many badges at once…</source>
        <translation>批量制证…</translation>
    </message>
</context>
<context>
    <name>BadgeDeskScreen</name>
    <message>
        <source>Save the badge as PDF</source>
        <translation>把证件存为 PDF</translation>
    </message>
</context>
<context>
    <name>BadgeDeskWords</name>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>打印中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Came out</source>
        <translation>已打出</translation>
    </message>
    <message>
        <source>Few labels</source>
        <translation>标签不多</translation>
    </message>
    <message numerus="yes">
        <source>%Ln labels left</source>
        <translation>
            <numerusform>剩 %Ln 张标签</numerusform>
        </translation>
    </message>
    <message>
        <source>meanwhile {printer}</source>
        <translation>暂由 {printer} 代替</translation>
    </message>
    <message>
        <source>the only one here</source>
        <translation>这里唯一的打印机</translation>
    </message>
    <message>
        <source>chosen at this desk</source>
        <translation>在本台选定</translation>
    </message>
    <message>
        <source>chosen in Settings</source>
        <translation>在设置中选定</translation>
    </message>
    <message>
        <source>the first that works</source>
        <translation>第一台可用的打印机</translation>
    </message>
    <message>
        <source>{printer} · did it come out?</source>
        <translation>{printer} · 打出来了吗？</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Badge {number} is void: {valid} took its place.</source>
        <translation>证件 {number} 已作废，现用 {valid}。</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>已交付</translation>
    </message>
    <message>
        <source>Scan the guest&apos;s old badge or find the name</source>
        <translation>扫描来宾的旧证件，或查找姓名</translation>
    </message>
    <message>
        <source>This code belongs to no badge here. Find the name.</source>
        <translation>此码不属于这里的任何证件，请按姓名查找。</translation>
    </message>
    <message>
        <source>Nobody fits. Try fewer letters, or the organisation.</source>
        <translation>没有找到。请少输几个字，或改用单位。</translation>
    </message>
    <message>
        <source>Choose with ↑ ↓</source>
        <translation>用 ↑ ↓ 选人</translation>
    </message>
    <message>
        <source>Why a new badge?</source>
        <translation>为什么换证？</translation>
    </message>
    <message>
        <source>Hold: print badge {number}</source>
        <translation>按住：打印证件 {number}</translation>
    </message>
    <message>
        <source>Print badge {number}</source>
        <translation>打印 {number}</translation>
    </message>
    <message>
        <source>Badge {number}</source>
        <translation>证件 {number}</translation>
    </message>
    <message>
        <source>Badge void</source>
        <translation>证件作废</translation>
    </message>
    <message>
        <source>In {time}</source>
        <translation>{time} 已到</translation>
    </message>
    <message>
        <source>This guest&apos;s badge was taken back. Call the event lead.</source>
        <translation>这位来宾的证件已被收回。请联系活动负责人。</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>已存为 {file}。</translation>
    </message>
    <message>
        <source>Badge {number} is on its way to the printer.</source>
        <translation>证件 {number} 已送去打印。</translation>
    </message>
    <message>
        <source>No printer is set up: save the badge as a PDF, or ask the event lead to set one up.</source>
        <translation>尚未设置打印机：请把证件存为 PDF，或请活动负责人设置打印机。</translation>
    </message>
    <message>
        <source>This badge has not been printed yet. No other one stops working.</source>
        <translation>此证件尚未打印，不会作废其他证件。</translation>
    </message>
    <message>
        <source>Badge {number} stops working on this laptop at once, and on the others as they hear of it.</source>
        <translation>证件 {number} 在这台电脑上立即作废，其他电脑得知后也作废。</translation>
    </message>
    <message>
        <source>Hold: save as PDF</source>
        <translation>按住：存为 PDF</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>The badge is shown here as it will print.</source>
        <translation>这里显示打印出来的样子。</translation>
    </message>
    <message>
        <source>Drawing the badge…</source>
        <translation>正在绘制…</translation>
    </message>
    <message>
        <source>Code reads back</source>
        <translation>二维码可读</translation>
    </message>
    <message>
        <source>Code does not read back</source>
        <translation>二维码读不出</translation>
    </message>
    <message>
        <source>A6, actual layout</source>
        <translation>A6，实际版式</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln 张等待</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hold: all %Ln badges came out</source>
        <translation>
            <numerusform>按住：这 %Ln 张证件都已打出</numerusform>
        </translation>
    </message>
    <message>
        <source>Scan a badge that is handed over, or find the guest. Choose why a new one is needed with a number key, look at the badge as it will come out, and print it with Ctrl P. Where a former badge stops working by it, hold the button or Ctrl P until it is full. Y and N answer whether a badge came out, B says that the guest has it. Several for one person: M, the other badges, then K and who it is. L prints the Latin name alone where the fonts lack a letter of the other. Ctrl Z takes that back.</source>
        <translation>扫描交给来宾的证件，或查找来宾。用数字键选择补办原因，查看证件打印后的样子，按 Ctrl P 打印。若旧证件因此失效，请按住按钮或 Ctrl P 直到填满。Y 和 N 回答证件是否打印出来，B 表示来宾已领取。一人代领多张：按 M，再扫其他证件，然后按 K 说明代领人。字体缺少姓名中的字时，按 L 仅印拉丁字母姓名。Ctrl Z 撤销。</translation>
    </message>
    <message>
        <source>Latin name alone</source>
        <translation>仅印拉丁字母姓名</translation>
    </message>
    <message>
        <source>Both names again</source>
        <translation>恢复印两个姓名</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>BadgeReason</name>
    <message>
        <source>Lost</source>
        <extracomment>The reasons that the badge desk and lists record.</extracomment>
        <translation>遗失</translation>
    </message>
    <message>
        <source>Damaged or unreadable</source>
        <translation>损坏或无法读取</translation>
    </message>
    <message>
        <source>Name or details wrong</source>
        <translation>姓名或信息有误</translation>
    </message>
    <message>
        <source>Category changed</source>
        <translation>类别变更</translation>
    </message>
    <message>
        <source>First print failed</source>
        <translation>首次打印失败</translation>
    </message>
    <message>
        <source>Confirmed again by a list</source>
        <translation>名单再次确认</translation>
    </message>
    <message>
        <source>On a list again</source>
        <translation>再次列入名单</translation>
    </message>
    <message>
        <source>Two laptops contradicted each other</source>
        <translation>两台电脑记录互相矛盾</translation>
    </message>
    <message>
        <source>No longer on the list</source>
        <translation>已不在名单上</translation>
    </message>
</context>
<context>
    <name>BadgeRunPanel</name>
    <message>
        <source>Badges</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Many badges at once</source>
        <translation>批量制证</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>In which order</source>
        <translation>排列顺序</translation>
    </message>
    <message>
        <source>A page before each</source>
        <translation>每组前加分隔页</translation>
    </message>
</context>
<context>
    <name>BadgeRunScreen</name>
    <message>
        <source>Choose whose badges come out, in which order, and where to. How many they are is said first; more than twenty are begun by holding the button. A printer gets only what has not come out and left in no file, one job for each, and the badge desk shows what becomes of them. What is saved as a file counts as issued. Scans go on all the while.</source>
        <translation>选择制作哪些人的证件、按什么顺序、输出到哪里。先显示张数；超过二十张须按住按钮才开始。打印机只打印尚未制出、也未存入文件的证件，每张一个任务，进展见证件台。存为文件即算作已签发。其间扫描照常进行。</translation>
    </message>
</context>
<context>
    <name>BadgeRunWords</name>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>代表团</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>输出到</translation>
    </message>
    <message>
        <source>Badge template</source>
        <translation>证件模板</translation>
    </message>
    <message>
        <source>Badges {time}</source>
        <translation>证件 {time}</translation>
    </message>
    <message>
        <source>All delegations</source>
        <translation>全部代表团</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>All routes</source>
        <translation>全部线路</translation>
    </message>
    <message>
        <source>A PDF file</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>The forum’s</source>
        <translation>论坛所用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>车辆</translation>
    </message>
    <message numerus="yes">
        <source>Hold: print %Ln</source>
        <translation>
            <numerusform>按住：打印 %Ln 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hold: save %Ln</source>
        <translation>
            <numerusform>按住：保存 %Ln 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print %Ln</source>
        <translation>
            <numerusform>打印 %Ln 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %Ln</source>
        <translation>
            <numerusform>保存 %Ln 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln badges wait for their printer.</source>
        <translation>
            <numerusform>%Ln 张证件等待打印。</numerusform>
        </translation>
    </message>
    <message>
        <source>The others were not begun.</source>
        <translation>其余没有开始。</translation>
    </message>
    <message>
        <source>The badge desk shows what becomes of each.</source>
        <translation>证件台显示每张的进展。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln badges</source>
        <translation>
            <numerusform>%Ln 张证件</numerusform>
        </translation>
    </message>
    <message>
        <source>they count as issued</source>
        <translation>已算作签发</translation>
    </message>
    <message>
        <source>Being counted…</source>
        <translation>正在计数…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln buses</source>
        <translation>
            <numerusform>%Ln 辆车</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln delegations</source>
        <translation>
            <numerusform>%Ln 个代表团</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is meant by all of that.</source>
        <translation>没有人符合以上全部条件。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln are out already</source>
        <translation>
            <numerusform>%Ln 张已经制出</numerusform>
        </translation>
    </message>
    <message>
        <source>What is out already, or left in a file, is not printed again.</source>
        <translation>已经制出或已存入文件的，不会再打印。</translation>
    </message>
</context>
<context>
    <name>BoardPanel</name>
    <message>
        <source>All buses</source>
        <translation>所有车辆</translation>
    </message>
    <message>
        <source>Plan the buses</source>
        <translation>排车</translation>
    </message>
    <message>
        <source>Add a bus</source>
        <translation>添加车辆</translation>
    </message>
</context>
<context>
    <name>BoardScreen</name>
    <message>
        <source>Every bus, route by route: its state, how many are aboard of those listed, how it is filled, when it leaves, when its door was heard of last. What needs a person stands first and is outlined. The arrow keys choose a bus, Enter or a click opens its list. R leads to the bus that is being counted, where it is released.</source>
        <extracomment>How often the minutes are said anew, and asked who was heard of.</extracomment>
        <translation>按线路列出每辆车：状态、应到与已上车人数、满座情况、几点发车、车门最近何时有消息。需要人处理的排在最前面，并加框。方向键选车，回车或点击打开名单。按 R 转到正在清点的车，在那里放行。</translation>
    </message>
</context>
<context>
    <name>BoardWords</name>
    <message>
        <source>of {listed} aboard</source>
        <translation>已上车，应到 {listed}</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>No bus needs a person</source>
        <translation>没有车辆需要处理</translation>
    </message>
    <message>
        <source>Buses are added, or taken in from a list, where the buses are planned.</source>
        <translation>车辆在“安排车辆”中添加，或从名单导入。</translation>
    </message>
    <message>
        <source>Release {bus}</source>
        <translation>放行 {bus}</translation>
    </message>
    <message>
        <source>{aboard} of {listed} aboard</source>
        <translation>已上车 {aboard} / {listed}</translation>
    </message>
    <message>
        <source>heard {time}</source>
        <translation>{time} 有消息</translation>
    </message>
    <message>
        <source>Nobody listed yet</source>
        <translation>名单还是空的</translation>
    </message>
    <message>
        <source>in {n} min</source>
        <translation>{n} 分钟后发车</translation>
    </message>
    <message>
        <source>{n} above the licensed seats</source>
        <extracomment>Up to so many minutes are counted down; a time of day says more of what is further away. Characters of a reason that stand on a card. What is said of a bus by one number.</extracomment>
        <translation>超核定座位 {n} 人</translation>
    </message>
    <message>
        <source>{n} min late</source>
        <translation>晚点 {n} 分钟</translation>
    </message>
    <message>
        <source>{n} aboard two buses</source>
        <translation>{n} 人同时在两辆车上</translation>
    </message>
    <message>
        <source>unheard for {n} days</source>
        <translation>{n} 天没有消息</translation>
    </message>
    <message>
        <source>unheard for {n} h</source>
        <translation>{n} 小时没有消息</translation>
    </message>
    <message>
        <source>unheard for {n} min</source>
        <translation>{n} 分钟没有消息</translation>
    </message>
    <message>
        <source>{unknown} unknown, {injured} injured, {apart} contradictory</source>
        <translation>{unknown} 人不明，{injured} 人受伤，{apart} 人说法矛盾</translation>
    </message>
    <message>
        <source>{unknown} unknown, {injured} injured</source>
        <translation>{unknown} 人不明，{injured} 人受伤</translation>
    </message>
    <message>
        <source>to be looked through</source>
        <translation>待查看是否清空</translation>
    </message>
    <message>
        <source>held: {reason}</source>
        <translation>暂留：{reason}</translation>
    </message>
    <message>
        <source>{n} more listed than seats</source>
        <translation>名单超出座位 {n} 人</translation>
    </message>
    <message>
        <source>{n} need another bus</source>
        <translation>{n} 人需改乘</translation>
    </message>
    <message>
        <source>{n} still to change to {bus}</source>
        <translation>还有 {n} 人待换乘 {bus}</translation>
    </message>
</context>
<context>
    <name>Bus</name>
    <message>
        <source>Bus {bus}</source>
        <translation>{bus} 号车</translation>
    </message>
    <message>
        <source>leaves {time}</source>
        <translation>{time} 发车</translation>
    </message>
    <message>
        <source>bay {bay}</source>
        <translation>{bay} 号位</translation>
    </message>
    <message>
        <source>{listed} expected · {aboard} aboard</source>
        <translation>应到 {listed} · 车上 {aboard}</translation>
    </message>
    <message>
        <source>Nobody is missing</source>
        <translation>人已到齐</translation>
    </message>
    <message>
        <source>Nobody is aboard yet</source>
        <translation>还没有人上车</translation>
    </message>
    <message>
        <source>Nobody is on this bus’s list yet</source>
        <translation>这辆车的名单还是空的</translation>
    </message>
    <message>
        <source>No buses yet</source>
        <translation>还没有车辆</translation>
    </message>
    <message>
        <source>Aboard {bus}, safe</source>
        <translation>在 {bus} 号车，平安</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Buses</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>All change to bus {bus}</source>
        <translation>全员换乘车辆 {bus}</translation>
    </message>
    <message>
        <source>Broken down: all change to bus {bus}</source>
        <translation>车辆故障：全员换乘车辆 {bus}</translation>
    </message>
    <message>
        <source>Takes over from bus {buses}</source>
        <translation>接替车辆 {buses}</translation>
    </message>
</context>
<context>
    <name>BusDay</name>
    <message>
        <source>Arrived: {stop}</source>
        <translation>到达：{stop}</translation>
    </message>
    <message>
        <source>Unscheduled stop: open doors</source>
        <translation>临时停靠：开始上车</translation>
    </message>
    <message>
        <source>Fill in what is missing</source>
        <translation>补全所缺信息</translation>
    </message>
    <message>
        <source>Who is safe</source>
        <translation>谁安全</translation>
    </message>
    <message>
        <source>Who changes to the other bus</source>
        <translation>换乘人员</translation>
    </message>
    <message>
        <source>Let it run after all</source>
        <translation>恢复发车</translation>
    </message>
    <message>
        <source>Pass by: {stop}</source>
        <translation>不停：{stop}</translation>
    </message>
    <message>
        <source>Call there after all: {stop}</source>
        <translation>恢复停靠：{stop}</translation>
    </message>
    <message>
        <source>Hold the bus back</source>
        <translation>暂留车辆</translation>
    </message>
    <message>
        <source>It was not there: undo</source>
        <translation>未到该站：撤销</translation>
    </message>
    <message>
        <source>Hold: cancel bus {bus}</source>
        <translation>按住：取消车辆 {bus}</translation>
    </message>
    <message>
        <source>It did not leave: undo</source>
        <translation>未曾发车：撤销</translation>
    </message>
    <message>
        <source>Hold: cancel bus {bus}, {n} need another</source>
        <translation>按住：取消车辆 {bus}，{n} 人需改乘</translation>
    </message>
    <message>
        <source>ahead</source>
        <translation>前方</translation>
    </message>
    <message>
        <source>here since {came}</source>
        <translation>{came} 起停靠</translation>
    </message>
    <message>
        <source>{came} to {left}</source>
        <translation>{came} 至 {left}</translation>
    </message>
    <message>
        <source>passed by: {reason}</source>
        <translation>不停：{reason}</translation>
    </message>
    <message>
        <source>Stops {n}</source>
        <translation>站点 {n}</translation>
    </message>
    <message>
        <source>Got off {n}</source>
        <translation>下车 {n}</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>It stands at its bay with all it needs.</source>
        <extracomment>What is to be done with a bus in a state, where nothing more is known of it.</extracomment>
        <translation>车辆已停在车位，一切齐备。</translation>
    </message>
    <message>
        <source>Scan everybody at its door, then count.</source>
        <translation>在车门逐一扫码，然后清点。</translation>
    </message>
    <message>
        <source>Count, then it is released.</source>
        <translation>清点后放行。</translation>
    </message>
    <message>
        <source>Two people count.</source>
        <translation>由两人清点。</translation>
    </message>
    <message>
        <source>It may leave.</source>
        <translation>可以发车。</translation>
    </message>
    <message>
        <source>Whoever gets off is scanned off. Open the doors before they come back.</source>
        <translation>下车者请扫码下车。返回上车前，请点“开始上车”。</translation>
    </message>
    <message>
        <source>Whoever is on its list needs another bus.</source>
        <translation>名单上的人需改乘其他车辆。</translation>
    </message>
    <message>
        <source>Another bus takes over.</source>
        <translation>由另一辆车接替。</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>Bus {bus} log {time}</source>
        <translation>{bus} 号车操作记录 {time}</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>已记录。</translation>
    </message>
    <message>
        <source>Unscheduled stop</source>
        <translation>临时停靠</translation>
    </message>
    <message>
        <source>On its way since {time}</source>
        <translation>{time} 起行驶中</translation>
    </message>
    <message>
        <source>No stop of its route is ahead</source>
        <translation>线路前方没有站点</translation>
    </message>
    <message>
        <source>Next stop: {stop}</source>
        <translation>下一站：{stop}</translation>
    </message>
    <message>
        <source>Not ready yet</source>
        <translation>尚未就绪</translation>
    </message>
    <message>
        <source>What is missing is filled in where the buses are planned.</source>
        <translation>所缺信息在“排车”中补全。</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>一切齐备</translation>
    </message>
    <message>
        <source>Say so once it stands at its bay.</source>
        <translation>停到车位后，请标为就绪。</translation>
    </message>
    <message>
        <source>Missing: {lacks}</source>
        <translation>缺少：{lacks}</translation>
    </message>
    <message>
        <source>driver {name}</source>
        <translation>司机 {name}</translation>
    </message>
    <message>
        <source>charter sign {name}</source>
        <translation>包车标志牌 {name}</translation>
    </message>
    <message>
        <source>guide {name}</source>
        <translation>导游 {name}</translation>
    </message>
    <message>
        <source>coordinator {name}</source>
        <translation>协调员 {name}</translation>
    </message>
    <message>
        <source>At the wheel {stretch} of {most} since the last rest, {day} of {most_day} today</source>
        <translation>上次休息后已驾驶 {stretch}（限 {most}），今日 {day}（限 {most_day}）</translation>
    </message>
    <message>
        <source>{n} counted aboard</source>
        <translation>清点在车 {n} 人</translation>
    </message>
    <message>
        <source>not on its route</source>
        <translation>不在线路上</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>尚无操作</translation>
    </message>
    <message>
        <source>Nobody got off</source>
        <translation>无人下车</translation>
    </message>
    <message>
        <source>Its route has no stops</source>
        <translation>该线路没有站点</translation>
    </message>
    <message>
        <source>layouts {name}</source>
        <translation>布局 {name}</translation>
    </message>
</context>
<context>
    <name>BusDayPanel</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Stops and state</source>
        <translation>站点与状态</translation>
    </message>
    <message>
        <source>Stops of the route</source>
        <translation>线路站点</translation>
    </message>
    <message>
        <source>Stops of the bus, who got off, or what was done</source>
        <translation>停靠点、下车人员或操作记录</translation>
    </message>
    <message>
        <source>Save what was done as CSV</source>
        <translation>将操作记录保存为 CSV</translation>
    </message>
</context>
<context>
    <name>BusDayScreen</name>
    <message>
        <source>Up and down choose a stop. “Arrived” says that the bus came to the one chosen, or to the next; an unscheduled stop is opened by one tap. A stop that is chosen can be passed by, with a reason, and called at after all. What a bus lacks before it is ready is named; it is held back or cancelled with a reason, and a held one goes on by opened doors. Who got off and is expected back is in the second list; the third has what was done, by whom, and what was taken back, and is saved as CSV. Minutes at the wheel are those of the bus.</source>
        <extracomment>How often the driver&apos;s clock is said anew.</extracomment>
        <translation>上下键选择站点。“到达”表示车辆到了所选的站点，没有选择时即下一站；临时停靠只需点一下。所选的站点可以不停（需说明原因），也可以恢复停靠。车辆就绪前所缺的信息会逐项列出；暂留或取消车辆需说明原因，暂留的车辆开始上车后继续。第二个列表是已下车、待返回的人；第三个列表是操作记录：做了什么、由谁、哪些已撤销，可保存为 CSV。驾驶时间按车辆计算。</translation>
    </message>
</context>
<context>
    <name>BusDaySide</name>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>BusField</name>
    <message>
        <source>Licensed seats</source>
        <extracomment>The lines of a bus&apos;s form.</extracomment>
        <translation>核定座位</translation>
    </message>
    <message>
        <source>Seats for guests</source>
        <translation>可用座位</translation>
    </message>
    <message>
        <source>Wheelchair places</source>
        <translation>轮椅位</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>车牌</translation>
    </message>
    <message>
        <source>Bay</source>
        <translation>车位</translation>
    </message>
    <message>
        <source>Leaves at</source>
        <translation>发车时间</translation>
    </message>
    <message>
        <source>Languages aboard</source>
        <translation>车上语言</translation>
    </message>
    <message>
        <source>Locked for plans</source>
        <translation>排座时锁定</translation>
    </message>
    <message>
        <source>For VIPs</source>
        <translation>贵宾车</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>协调员</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>导游</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>司机</translation>
    </message>
    <message>
        <source>Driver&apos;s phone</source>
        <translation>司机电话</translation>
    </message>
    <message>
        <source>Charter sign</source>
        <translation>包车标志牌</translation>
    </message>
    <message>
        <source>Legal layouts</source>
        <translation>核定布局</translation>
    </message>
</context>
<context>
    <name>BusLack</name>
    <message>
        <source>plate</source>
        <translation>车牌</translation>
    </message>
    <message>
        <source>driver</source>
        <translation>司机</translation>
    </message>
    <message>
        <source>driver’s phone</source>
        <translation>司机电话</translation>
    </message>
    <message>
        <source>guide</source>
        <translation>导游</translation>
    </message>
    <message>
        <source>languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>coordinator</source>
        <translation>协调员</translation>
    </message>
    <message>
        <source>charter sign</source>
        <translation>包车标志牌</translation>
    </message>
    <message>
        <source>bay</source>
        <translation>停车位</translation>
    </message>
    <message>
        <source>departure</source>
        <translation>发车时间</translation>
    </message>
    <message>
        <source>accessible place</source>
        <translation>无障碍座位</translation>
    </message>
    <message>
        <source>seats</source>
        <translation>座位</translation>
    </message>
    <message>
        <source>lacks {lack} and {n} more</source>
        <translation>还缺{lack}，另有 {n} 项</translation>
    </message>
    <message>
        <source>lacks {lack}</source>
        <translation>还缺{lack}</translation>
    </message>
</context>
<context>
    <name>BusLog</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>嘉宾</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>电脑</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>状况</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>kept, not applied</source>
        <translation>保留但不生效</translation>
    </message>
</context>
<context>
    <name>BusMove</name>
    <message>
        <source>Close doors</source>
        <translation>关门</translation>
    </message>
    <message>
        <source>Open doors</source>
        <translation>开始上车</translation>
    </message>
    <message>
        <source>Final call</source>
        <translation>催促上车</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>清点</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>准予发车</translation>
    </message>
    <message>
        <source>Bus leaves</source>
        <translation>发车</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已返回</translation>
    </message>
    <message>
        <source>Emptied</source>
        <translation>已清空</translation>
    </message>
    <message>
        <source>Call an emergency</source>
        <translation>发出紧急情况</translation>
    </message>
    <message>
        <source>Hold: open doors, count anew</source>
        <extracomment>What is said on the button that opens the doors where that makes void what people found out.</extracomment>
        <translation>按住：开门，重新清点</translation>
    </message>
    <message>
        <source>Hold: open doors, release is void</source>
        <translation>按住：开门，放行作废</translation>
    </message>
    <message>
        <source>Hold: open doors, not empty any more</source>
        <translation>按住：开门，不再算已清空</translation>
    </message>
    <message>
        <source>Hold: open doors, let it go on</source>
        <translation>按住：打开车门，解除暂留</translation>
    </message>
    <message>
        <source>{count} on standby, seats: {seats}</source>
        <translation>候补 {count} · 空座 {seats}</translation>
    </message>
    <message>
        <source>Count and leave</source>
        <translation>清点与发车</translation>
    </message>
    <message>
        <source>Bus is ready</source>
        <translation>车辆就绪</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到站</translation>
    </message>
    <message>
        <source>Hold the bus</source>
        <translation>暂留车辆</translation>
    </message>
    <message>
        <source>Cancel the bus</source>
        <translation>取消车辆</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>换车</translation>
    </message>
</context>
<context>
    <name>BusState</name>
    <message>
        <source>Doors closed</source>
        <translation>未开门</translation>
    </message>
    <message>
        <source>Boarding</source>
        <translation>正在上车</translation>
    </message>
    <message>
        <source>Final call</source>
        <translation>即将发车</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>清点中</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>准予发车</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>已发车</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Swapping</source>
        <translation>换乘中</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>紧急情况</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已返回</translation>
    </message>
    <message>
        <source>Emptied</source>
        <translation>已清空</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>At a stop</source>
        <translation>停靠中</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>暂留</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
</context>
<context>
    <name>CarryingWords</name>
    <message>
        <source>Bring in a laptop’s folder</source>
        <extracomment>What keeps a bus from leaving, lets in who should not be, or leaves somebody unlooked for: first, and in red.</extracomment>
        <translation>导入另一台电脑的文件夹</translation>
    </message>
    <message>
        <source>Save entries on a stick</source>
        <translation>把记录存到 U 盘</translation>
    </message>
    <message>
        <source>Take entries from a stick</source>
        <translation>从 U 盘取入记录</translation>
    </message>
    <message>
        <source>Exchanging entries. Scans go on meanwhile.</source>
        <translation>正在交换记录，期间扫码照常进行。</translation>
    </message>
    <message>
        <source>The folder of another laptop’s station</source>
        <translation>另一台电脑的工作站文件夹</translation>
    </message>
    <message>
        <source>The stick on which the entries are saved</source>
        <translation>用于保存记录的 U 盘</translation>
    </message>
    <message>
        <source>The file that another laptop saved</source>
        <translation>另一台电脑保存的文件</translation>
    </message>
    <message>
        <source>Entries {time}</source>
        <translation>记录 {time}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries saved.</source>
        <translation>
            <numerusform>已保存 %Ln 条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>No other laptop is known here that could open them.</source>
        <translation>此处没有已知的其他电脑可以打开。</translation>
    </message>
    <message>
        <source>These laptops can open them: {laptops}.</source>
        <translation>这些电脑可以打开：{laptops}。</translation>
    </message>
    <message numerus="yes">
        <source>{laptop}: %Ln new entries came.</source>
        <translation>
            <numerusform>{laptop}：收到 %Ln 条新记录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were given.</source>
        <translation>
            <numerusform>送出 %Ln 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln do not count here: see the top bar.</source>
        <translation>
            <numerusform>%Ln 条在此不计入：见顶栏。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckpointPanel</name>
    <message>
        <source>What does this laptop check now?</source>
        <translation>这台电脑现在查哪一场？</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>场次与车辆</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>confirm</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>This forum has no sessions yet.</source>
        <translation>本次论坛还没有场次。</translation>
    </message>
    <message>
        <source>By room and clock</source>
        <translation>按会场与时间</translation>
    </message>
</context>
<context>
    <name>CheckpointScreen</name>
    <message>
        <source>Your choice is still open.</source>
        <extracomment>Rows tell minutes, so they need no finer clock; milliseconds. The subject of who is sent here for a bus, whichever.</extracomment>
        <translation>还没有换场次。</translation>
    </message>
    <message>
        <source>Choose what this laptop checks with the arrows and confirm with Enter. Until then every scan is still decided for the former one. A choice holds until its session ends, then room and clock pick again; A hands over to them at once. Choosing a bus leads to its door screen; its doors are opened there.</source>
        <translation>用方向键选择这台电脑查哪一场，按 Enter 确认；确认之前，扫码仍按原来的场次判断。手动选择在该场结束前有效，之后由会场和时间决定；按 A 立即交还。选择车辆会打开车门界面，车门在那里开放。</translation>
    </message>
</context>
<context>
    <name>CheckpointSide</name>
    <message>
        <source>People are</source>
        <translation>来宾正在</translation>
    </message>
    <message>
        <source>coming in</source>
        <translation>进场</translation>
    </message>
    <message>
        <source>going out</source>
        <translation>离场</translation>
    </message>
</context>
<context>
    <name>CheckpointWords</name>
    <message>
        <source>Day {number} · {date}</source>
        <translation>第 {number} 天 · {date}</translation>
    </message>
    <message>
        <source>Another laptop&apos;s clock differs. Is it {time} now?</source>
        <translation>另一台电脑的时钟不一致。现在是 {time} 吗？</translation>
    </message>
    <message>
        <source>Nothing is open until {time}.</source>
        <translation>{time} 之前没有开放的场次。</translation>
    </message>
    <message>
        <source>Nothing is open now.</source>
        <translation>现在没有开放的场次。</translation>
    </message>
    <message>
        <source>Today is none of the forum&apos;s days: the clock has no say, and scans do not count for the event.</source>
        <translation>今天不是论坛日：不按时钟判断，扫码只记为演练。</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>By the clock {names} is open too. Look at the sign on the door.</source>
        <translation>按时钟，{names}也在进行。请看门牌再选。</translation>
    </message>
    <message>
        <source>Bus {bus}</source>
        <translation>{bus} 号车</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>Bay</source>
        <translation>车位</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>发车</translation>
    </message>
    <message>
        <source>Doors</source>
        <translation>开门</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>谁能进</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>every category</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>{arrived} of {seats} seats</source>
        <translation>{arrived} / {seats} 座</translation>
    </message>
    <message>
        <source>{arrived} of {expected}</source>
        <translation>{arrived} / {expected}</translation>
    </message>
    <message>
        <source>bay {bay}</source>
        <translation>{bay} 号位</translation>
    </message>
    <message>
        <source>{expected} expected</source>
        <translation>应到 {expected}</translation>
    </message>
    <message>
        <source>{arrived} aboard</source>
        <translation>已上车 {arrived}</translation>
    </message>
    <message>
        <source>{arrived} arrived</source>
        <translation>已到 {arrived}</translation>
    </message>
    <message>
        <source>by category</source>
        <translation>凭类别</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在查</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Doors open</source>
        <translation>已开门</translation>
    </message>
    <message numerus="yes">
        <source>in %Ln min</source>
        <translation>
            <numerusform>%Ln 分钟后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln h</source>
        <translation>
            <numerusform>%Ln 小时后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln days</source>
        <translation>
            <numerusform>%Ln 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>Until you confirm, scans are not decided.</source>
        <translation>确定之前，扫码不作判断。</translation>
    </message>
    <message>
        <source>Scans use this one now, by room and clock.</source>
        <translation>现在按会场与时间，扫码按这一场判断。</translation>
    </message>
    <message>
        <source>Scans use this one now.</source>
        <translation>现在扫码按这一场判断。</translation>
    </message>
    <message>
        <source>Scans still use {name}.</source>
        <translation>扫码不受影响，仍按{name}判断。</translation>
    </message>
    <message>
        <source>Scan at bus {bus}</source>
        <translation>在 {bus} 号车扫码</translation>
    </message>
    <message>
        <source>Check {name}</source>
        <translation>查{name}</translation>
    </message>
    <message>
        <source>Check this session</source>
        <translation>查这一场</translation>
    </message>
    <message>
        <source>Back to scanning</source>
        <translation>返回扫码</translation>
    </message>
    <message>
        <source>Keep {name}</source>
        <translation>不换，继续查{name}</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>不换</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>Another, as #RRGGBB</source>
        <translation>其他颜色，写作 #RRGGBB</translation>
    </message>
    <message>
        <source>Six digits, such as #12A4C8</source>
        <translation>六位数字，例如 #12A4C8</translation>
    </message>
</context>
<context>
    <name>ColumnGrid</name>
    <message>
        <source>(no heading)</source>
        <extracomment>A list may have a hundred columns, and each has a menu of some twenty meanings.</extracomment>
        <translation>（无标题）</translation>
    </message>
    <message>
        <source>– not taken –</source>
        <translation>– 不采用 –</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>第 {number} 列</translation>
    </message>
    <message>
        <source>as in the last list with these headings</source>
        <translation>与上次同样标题的名单一致</translation>
    </message>
</context>
<context>
    <name>Context</name>
    <message>
        <source>scanning people out</source>
        <translation>离场扫描</translation>
    </message>
    <message>
        <source>F6 chooses what to check</source>
        <translation>按 F6 选择签到点</translation>
    </message>
    <message>
        <source>No checkpoint</source>
        <translation>未选签到点</translation>
    </message>
    <message>
        <source>Bus {code}</source>
        <translation>{code} 号车</translation>
    </message>
    <message>
        <source>Day {number}</source>
        <translation>第 {number} 天</translation>
    </message>
</context>
<context>
    <name>Contradiction</name>
    <message>
        <source>One person, two buses</source>
        <translation>一人同时在两辆车上</translation>
    </message>
    <message>
        <source>Checked in twice</source>
        <translation>重复签到</translation>
    </message>
    <message>
        <source>Two live badges</source>
        <translation>两张有效证件</translation>
    </message>
    <message>
        <source>Changed twice</source>
        <translation>被改了两次</translation>
    </message>
    <message>
        <source>Moved on in two ways</source>
        <translation>有两种不同的进展</translation>
    </message>
    <message>
        <source>Marked in two ways</source>
        <translation>两种标记</translation>
    </message>
    <message>
        <source>Merged in two ways</source>
        <translation>有两种不同的合并</translation>
    </message>
    <message>
        <source>More aboard than seats</source>
        <translation>上车人数超过座位</translation>
    </message>
    <message>
        <source>Entries set aside</source>
        <translation>被搁置的记录</translation>
    </message>
    <message>
        <source>Where is this guest?</source>
        <extracomment>Of each kind what a person is asked.</extracomment>
        <translation>这位来宾在哪辆车上？</translation>
    </message>
    <message>
        <source>Which bus is this guest’s?</source>
        <translation>这位来宾应乘哪辆车？</translation>
    </message>
    <message>
        <source>Was it this guest both times?</source>
        <translation>两次都是这位来宾本人吗？</translation>
    </message>
    <message>
        <source>Who has the two badges?</source>
        <translation>两张证件在谁手里？</translation>
    </message>
    <message>
        <source>Was it this guest who came in?</source>
        <translation>进来的是这位来宾本人吗？</translation>
    </message>
    <message>
        <source>Which one is right?</source>
        <translation>哪一个是对的？</translation>
    </message>
    <message>
        <source>What is true?</source>
        <translation>实际是哪一种？</translation>
    </message>
    <message>
        <source>How is this person?</source>
        <translation>此人情况如何？</translation>
    </message>
    <message>
        <source>Whose record is it?</source>
        <translation>这是谁的记录？</translation>
    </message>
    <message>
        <source>Do they all stay aboard?</source>
        <translation>他们都留在车上吗？</translation>
    </message>
    <message>
        <source>Who keeps the number?</source>
        <translation>编号归谁？</translation>
    </message>
    <message>
        <source>Whose code is it?</source>
        <translation>这个码是谁的？</translation>
    </message>
    <message>
        <source>Is a copy of this laptop’s folder in use?</source>
        <translation>是否有人在用这台电脑文件夹的副本？</translation>
    </message>
    <message>
        <source>On {value}</source>
        <extracomment>Of each choice what it says, and what follows from it.</extracomment>
        <translation>在 {value} 上</translation>
    </message>
    <message>
        <source>{others} counts one less. Have it counted again.</source>
        <translation>{others} 少计一人，请重新清点。</translation>
    </message>
    <message>
        <source>On neither</source>
        <translation>都不在</translation>
    </message>
    <message>
        <source>Both buses count one less, and the guest is missing until scanned again.</source>
        <translation>两辆车各少计一人；再次扫码前，该来宾列为未到。</translation>
    </message>
    <message>
        <source>The list of {value}</source>
        <translation>{value} 的名单</translation>
    </message>
    <message>
        <source>The seat on {others} is free again.</source>
        <translation>{others} 上的座位空出。</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>The guest is on no list and waits for a seat.</source>
        <translation>该来宾不在任何名单上，等候座位。</translation>
    </message>
    <message>
        <source>Yes, the same guest</source>
        <translation>是，同一位来宾</translation>
    </message>
    <message>
        <source>They count once, as before. Nothing else changes.</source>
        <translation>照旧只计一次，其他不变。</translation>
    </message>
    <message>
        <source>No, somebody else bore this badge</source>
        <translation>不是，有人冒用此证件</translation>
    </message>
    <message>
        <source>Every badge that is out is void, for good. Give the guest a new one.</source>
        <translation>已发出的证件全部永久作废，请给来宾换发新证。</translation>
    </message>
    <message>
        <source>This guest has both, or one was never handed out</source>
        <translation>两张都在来宾手里，或有一张从未发出</translation>
    </message>
    <message>
        <source>Both stay valid, and let the guest in once.</source>
        <translation>两张都有效，来宾只能入场一次。</translation>
    </message>
    <message>
        <source>Somebody else may have one</source>
        <translation>可能有一张在别人手里</translation>
    </message>
    <message>
        <source>Both are void, for good. Give the guest a new one.</source>
        <translation>两张都永久作废，请给来宾换发新证。</translation>
    </message>
    <message>
        <source>Yes, the guest with the old badge</source>
        <translation>是，来宾用的是旧证件</translation>
    </message>
    <message>
        <source>They stay counted. Take the old badge away.</source>
        <translation>照旧计入，请收回旧证件。</translation>
    </message>
    <message>
        <source>No, somebody else</source>
        <translation>不是，是别人</translation>
    </message>
    <message>
        <source>The guest counts as not there. Look for whoever bears the old badge.</source>
        <translation>该来宾视为未到，请寻找持旧证件的人。</translation>
    </message>
    <message>
        <source>{value}</source>
        <translation>{value}</translation>
    </message>
    <message>
        <source>Instead of: {others}</source>
        <translation>不用：{others}</translation>
    </message>
    <message>
        <source>It is: {value}</source>
        <translation>实际是：{value}</translation>
    </message>
    <message>
        <source>On every laptop, instead of: {others}</source>
        <translation>每台电脑都以此为准，不用：{others}</translation>
    </message>
    <message>
        <source>On the emergency’s list of every laptop, instead of: {others}</source>
        <translation>每台电脑的紧急名单都以此为准，不用：{others}</translation>
    </message>
    <message>
        <source>It stays here, marked as being asked. The worst holds, and they are looked for.</source>
        <translation>此项保留并标为正在询问。在此之前按最坏的情况处理，并继续寻找此人。</translation>
    </message>
    <message>
        <source>It is {value}</source>
        <translation>是 {value}</translation>
    </message>
    <message>
        <source>Not {others}. Badges and scans go with the record.</source>
        <translation>不是 {others}。证件和扫码记录随之归属。</translation>
    </message>
    <message>
        <source>Yes, there is a seat for each</source>
        <translation>是，人人有座</translation>
    </message>
    <message>
        <source>They stay aboard: the licence allows it.</source>
        <translation>他们留在车上：核定载客数允许。</translation>
    </message>
    <message>
        <source>No, these get off</source>
        <translation>不，这些人下车</translation>
    </message>
    <message>
        <source>{others} count as not aboard. Find them a seat.</source>
        <translation>{others} 视为未上车，请为其另找座位。</translation>
    </message>
    <message>
        <source>{value} keeps it</source>
        <translation>归 {value}</translation>
    </message>
    <message>
        <source>A new number for {others}. Print that badge anew.</source>
        <translation>{others} 得到新编号，请重新打印其证件。</translation>
    </message>
    <message>
        <source>Both are one person</source>
        <translation>两人是同一人</translation>
    </message>
    <message>
        <source>Their records are merged; badges and scans of both are kept.</source>
        <translation>合并两份记录，双方的证件和扫码都保留。</translation>
    </message>
    <message>
        <source>It is the code of {value}</source>
        <translation>是 {value} 的码</translation>
    </message>
    <message>
        <source>It no longer stands for {others}.</source>
        <translation>它不再代表 {others}。</translation>
    </message>
    <message>
        <source>It is one person</source>
        <translation>是同一人</translation>
    </message>
    <message>
        <source>The records are merged; badges and scans of both are kept.</source>
        <translation>合并记录，双方的证件和扫码都保留。</translation>
    </message>
    <message>
        <source>The copy is put away</source>
        <translation>副本已停用</translation>
    </message>
    <message>
        <source>What it wrote stays aside and does not count. Scan those guests again.</source>
        <translation>副本写下的内容继续搁置，不计入。请重新扫这些来宾。</translation>
    </message>
    <message>
        <source>Nobody knows yet</source>
        <extracomment>What stands last among the choices of every kind that says nothing else.</extracomment>
        <translation>目前没人知道</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Waits for somebody</source>
        <translation>等人答复</translation>
    </message>
    <message>
        <source>Open again, taken back</source>
        <translation>已撤销，重新待处理</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>On two buses’ lists</source>
        <translation>同时在两辆车的名单上</translation>
    </message>
    <message>
        <source>Void badge accepted</source>
        <translation>已作废的证件被放行</translation>
    </message>
    <message>
        <source>Shared badge number</source>
        <translation>多人同一证件编号</translation>
    </message>
    <message>
        <source>Shared code</source>
        <translation>多人同一个码</translation>
    </message>
    <message>
        <source>It stays here, marked as being asked; figures tell both.</source>
        <translation>留在这里，标为“询问中”；数字同时列出两种可能。</translation>
    </message>
</context>
<context>
    <name>Crew</name>
    <message>
        <source>Guide</source>
        <extracomment>What stands for a number that nobody may know yet.</extracomment>
        <translation>导游</translation>
    </message>
    <message>
        <source>Interpreters</source>
        <translation>口译</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安保</translation>
    </message>
    <message>
        <source>Medic</source>
        <translation>医护</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>司机</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Recorded: not boarded.</source>
        <extracomment>What the ready strip says was just done: an answer that let nobody in, or an undo.</extracomment>
        <translation>已记录：未上车。</translation>
    </message>
    <message>
        <source>The badge desk prints a new badge.</source>
        <translation>由制证台补打证件。</translation>
    </message>
    <message>
        <source>Recorded: sent to their bus.</source>
        <translation>已记录：已请其乘坐指定车辆。</translation>
    </message>
    <message>
        <source>Recorded: scan the new badge now.</source>
        <translation>已记录：请扫描新证件。</translation>
    </message>
    <message>
        <source>Type the number under the code.</source>
        <translation>请输入二维码下方的编号。</translation>
    </message>
    <message>
        <source>Find the name.</source>
        <translation>请查找姓名。</translation>
    </message>
    <message>
        <source>Taken back: {name}</source>
        <translation>已撤销：{name}</translation>
    </message>
    <message>
        <source>Badge handed over: {name}</source>
        <translation>证件已交付：{name}</translation>
    </message>
    <message>
        <source>Turn the badge out of the light and hold it 15 cm away.</source>
        <translation>避开反光，距离扫码枪约 15 厘米。</translation>
    </message>
    <message>
        <source>On a phone: screen brightness up, zoom the code to fill the width.</source>
        <translation>手机二维码：调高屏幕亮度，放大至满屏宽。</translation>
    </message>
    <message>
        <source>Still nothing: type the number printed under the code.</source>
        <translation>仍未读出：输入二维码下方的编号。</translation>
    </message>
    <message>
        <source>Nobody was let in and nothing was counted.</source>
        <translation>没有放行任何人，也没有计数。</translation>
    </message>
    <message>
        <source>Scan once more; if it stays, use the next desk.</source>
        <translation>请再扫一次；若仍如此，请用旁边的柜台。</translation>
    </message>
    <message>
        <source>Tell the event lead what this screen says.</source>
        <translation>请将本屏内容告知活动负责人。</translation>
    </message>
    <message>
        <source>Scan the code on the badge or on the guest’s phone.</source>
        <translation>扫描证件或来宾手机上的二维码。</translation>
    </message>
    <message>
        <source>No code: press F2 and type any part of the name.</source>
        <translation>没有二维码：按 F2，输入姓名的任意部分。</translation>
    </message>
    <message>
        <source>On no list: press F4 and register a walk-in.</source>
        <translation>不在名单：按 F4 现场登记。</translation>
    </message>
    <message>
        <source>at this desk</source>
        <translation>本台</translation>
    </message>
    <message>
        <source>No session is open here now</source>
        <translation>目前没有开放的场次</translation>
    </message>
    <message>
        <source>Press F6 to choose what to check.</source>
        <translation>请按 F6 选择签到点。</translation>
    </message>
    <message>
        <source>Deciding…</source>
        <translation>正在判定…</translation>
    </message>
    <message>
        <source>Ready to scan people out</source>
        <translation>请扫码离场</translation>
    </message>
    <message>
        <source>Ready to scan</source>
        <translation>请扫码</translation>
    </message>
    <message>
        <source>Bus {code}</source>
        <translation>{code} 号车</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>代表团</translation>
    </message>
    <message>
        <source>From</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>参观</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Technical visit</source>
        <translation>技术参观</translation>
    </message>
    <message>
        <source>Route {route}</source>
        <translation>线路 {route}</translation>
    </message>
    <message>
        <source>bus</source>
        <translation>车号</translation>
    </message>
    <message>
        <source>What usually helps</source>
        <translation>可以这样试试</translation>
    </message>
    <message>
        <source>What this means</source>
        <translation>情况说明</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>操作步骤</translation>
    </message>
    <message>
        <source>Unread codes in 10 minutes: {count}. Wipe the scanner window.</source>
        <translation>10 分钟内 {count} 次未读出，请擦拭扫码枪窗口。</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>打印中</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>已交付</translation>
    </message>
    <message>
        <source>Badge {number}</source>
        <extracomment>How far a badge is; what is not known counts as printing until somebody looks.</extracomment>
        <translation>证件 {number}</translation>
    </message>
    <message>
        <source>Badge {number} waits for printer {printer}</source>
        <translation>证件 {number} 等待打印机 {printer}</translation>
    </message>
    <message>
        <source>Badge {number} is queued</source>
        <translation>证件 {number} 排队中</translation>
    </message>
    <message>
        <source>Badge {number} is printing</source>
        <translation>证件 {number} 打印中</translation>
    </message>
    <message>
        <source>Badge {number} was taken</source>
        <translation>证件 {number} 已交付</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Code not read</source>
        <translation>未读出</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>等待回答</translation>
    </message>
    <message>
        <source>Nothing was recorded: look where the badge of {name} is now.</source>
        <translation>未作记录：请再看一下 {name} 的证件到哪一步了。</translation>
    </message>
    <message>
        <source>Badge {number} cannot be printed</source>
        <translation>证件 {number} 无法打印</translation>
    </message>
    <message>
        <source>Badge {number} is printed</source>
        <translation>证件 {number} 已打印</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>The code was read well; this laptop knows no badge by it.</source>
        <translation>二维码已读出，但本机查不到对应的证件。</translation>
    </message>
    <message>
        <source>Ask for the forum’s badge: it may hang under another one.</source>
        <translation>请来宾出示本论坛证件，可能压在别的证件下面。</translation>
    </message>
    <message>
        <source>No badge: press F2 and type any part of the name.</source>
        <translation>没有证件：按 F2，输入姓名的任意部分。</translation>
    </message>
    <message>
        <source>Hand over the badge and mind the note, then wave on.</source>
        <extracomment>Unread codes within ten minutes from which the scanner itself is suspected.</extracomment>
        <translation>递交证件，留意下方备注，然后放行。</translation>
    </message>
    <message>
        <source>Hand over the badge, then wave on.</source>
        <translation>递交证件，然后放行。</translation>
    </message>
    <message>
        <source>Mind the note, then wave on.</source>
        <translation>留意下方备注，然后放行。</translation>
    </message>
    <message>
        <source>This session is over</source>
        <translation>本场活动已结束</translation>
    </message>
    <message>
        <source>{name} · F6 chooses what to check</source>
        <translation>{name} · 按 F6 选择签到点</translation>
    </message>
    <message>
        <source>Not open yet</source>
        <translation>尚未开放</translation>
    </message>
    <message>
        <source>{name} · doors open {date} at {time}</source>
        <translation>{name} · {date} {time} 开放入场</translation>
    </message>
    <message>
        <source>Call the supervisor now; the guest waits.</source>
        <translation>请立即呼叫主管；请来宾稍候。</translation>
    </message>
    <message>
        <source>Recorded: on standby.</source>
        <translation>已记录：列入候补。</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>证件</translation>
    </message>
</context>
<context>
    <name>DeskPanel</name>
    <message>
        <source>Name, pinyin, badge no.</source>
        <translation>姓名、拼音、证件编号</translation>
    </message>
    <message>
        <source>Name, pinyin, no.</source>
        <translation>姓名、拼音、编号</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>查找人员</translation>
    </message>
    <message>
        <source>Undo last</source>
        <translation>撤销上一条</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>现场登记</translation>
    </message>
    <message>
        <source>Walk-in registration</source>
        <translation>现场登记</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>离场</translation>
    </message>
    <message>
        <source>Badge taken</source>
        <translation>证件已交付</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Recent scans</source>
        <translation>最近扫码</translation>
    </message>
    <message numerus="yes">
        <source>%Ln today</source>
        <translation>
            <numerusform>今日 %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Record</source>
        <translation>档案</translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>Scan a badge: the whole panel is the answer. Green: wave on. Yellow: ask, then press the number of the answer. Red: stop. Dashed: the code was not read, which is never the guest’s fault.</source>
        <extracomment>Answers that lead to another screen as well.</extracomment>
        <translation>扫描证件，整块面板就是结果。绿色：放行。黄色：先询问，再按回答的数字键。红色：止步。虚线框：未读出，绝不是来宾的问题。</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>文件不存在</translation>
    </message>
    <message>
        <source>it is closed</source>
        <translation>它已关闭</translation>
    </message>
    <message>
        <source>{file} is missing</source>
        <translation>缺少 {file}</translation>
    </message>
    <message>
        <source>the disk could not be read or written</source>
        <translation>磁盘无法读写</translation>
    </message>
    <message>
        <source>document {document} is not what its name says</source>
        <translation>文档 {document} 与其名称不符</translation>
    </message>
    <message>
        <source>the fact before it was changed</source>
        <translation>它前面的一条记录被改动过</translation>
    </message>
    <message>
        <source>a part of it is missing</source>
        <translation>其中一部分缺失</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>该记录缺失</translation>
    </message>
    <message>
        <source>it holds less than a moment ago</source>
        <translation>其中的内容比刚才少</translation>
    </message>
    <message>
        <source>the forum’s document is missing</source>
        <translation>论坛的文档缺失</translation>
    </message>
    <message>
        <source>the end of the log is not where it was</source>
        <translation>日志的末尾不在原来的位置</translation>
    </message>
    <message>
        <source>its log is not in the list of logs</source>
        <translation>它的日志不在日志清单中</translation>
    </message>
    <message>
        <source>it is not a database any more</source>
        <translation>它已不再是数据库</translation>
    </message>
    <message>
        <source>a text is none</source>
        <translation>某处文字已损坏</translation>
    </message>
    <message>
        <source>what was noted beside it is not what it says</source>
        <translation>旁边所记与其内容不符</translation>
    </message>
    <message>
        <source>its pages are damaged ({said})</source>
        <translation>其页面已损坏（{said}）</translation>
    </message>
    <message>
        <source>its signature does not hold</source>
        <translation>其签名无效</translation>
    </message>
    <message>
        <source>it does not say which station it is</source>
        <translation>其中没有写明是哪个工作站</translation>
    </message>
    <message>
        <source>its tables are missing</source>
        <translation>其数据表缺失</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>a value is not of its column’s kind</source>
        <translation>某个值与其列的类型不符</translation>
    </message>
    <message>
        <source>SQLite {version}, needed is {needed} or later</source>
        <translation>现为 SQLite {version}，需要 {needed} 或更新版本</translation>
    </message>
    <message>
        <source>{pragma} is {found}, needed is {needed}</source>
        <translation>{pragma} 为 {found}，需要 {needed}</translation>
    </message>
    <message>
        <source>the application broke off</source>
        <translation>应用程序中断了</translation>
    </message>
    <message>
        <source>it is still busy with other labels</source>
        <translation>它还在忙着打印别的标签</translation>
    </message>
    <message>
        <source>it is paused: press its pause button</source>
        <translation>它已暂停：请按它的暂停键</translation>
    </message>
    <message>
        <source>the connection broke off</source>
        <translation>连接中断了</translation>
    </message>
    <message>
        <source>its cover is open</source>
        <translation>机盖未合上</translation>
    </message>
    <message>
        <source>it reports an error: look at its cutter and its print head</source>
        <translation>它报告错误：请检查切刀和打印头</translation>
    </message>
    <message>
        <source>it is paused on this laptop: “{said}”</source>
        <translation>它已在本机暂停：“{said}”</translation>
    </message>
    <message>
        <source>it hung up</source>
        <translation>它断开了连接</translation>
    </message>
    <message>
        <source>its labels ran out</source>
        <translation>标签用完了</translation>
    </message>
    <message>
        <source>its ribbon ran out</source>
        <translation>色带用完了</translation>
    </message>
    <message>
        <source>it takes no PDFs: add it to this computer, and choose it as a system printer</source>
        <translation>它不接受 PDF：请把它添加到本机，再作为系统打印机选用</translation>
    </message>
    <message>
        <source>it takes no paper of the badge’s size</source>
        <translation>它没有证件所用尺寸的纸</translation>
    </message>
    <message>
        <source>it has no labels left</source>
        <translation>没有标签了</translation>
    </message>
    <message>
        <source>it is offline: look at its buttons and lights</source>
        <translation>它处于离线状态：请查看其按钮和指示灯</translation>
    </message>
    <message>
        <source>it could not be opened</source>
        <translation>无法打开</translation>
    </message>
    <message>
        <source>its owner has paused its queue</source>
        <translation>其队列已被管理者暂停</translation>
    </message>
    <message>
        <source>its owner has paused its queue: “{said}”</source>
        <translation>其队列已被管理者暂停：“{said}”</translation>
    </message>
    <message>
        <source>its queue has no room left for the badge</source>
        <translation>其打印队列已没有空间存放该证件</translation>
    </message>
    <message>
        <source>its queue refused the badge</source>
        <translation>其打印队列拒绝了该证件</translation>
    </message>
    <message>
        <source>its queue did not answer</source>
        <translation>其打印队列没有回应</translation>
    </message>
    <message>
        <source>its queue did not take the badge</source>
        <translation>其打印队列未接收该证件</translation>
    </message>
    <message>
        <source>its queue takes no badges: “{said}”</source>
        <translation>其队列不接收证件：“{said}”</translation>
    </message>
    <message>
        <source>it does not say how it is: look at its cable, and at the language it is set to</source>
        <translation>它不报告状态：请检查连接线，以及它所设的打印语言</translation>
    </message>
    <message>
        <source>its queue stopped after a fault, and stands until somebody starts it again</source>
        <translation>其队列因故障停止，须有人重新启动</translation>
    </message>
    <message>
        <source>{why}; its queue stands until somebody starts it again</source>
        <translation>{why}；其队列已停止，须有人重新启动</translation>
    </message>
    <message>
        <source>its print head is too hot or too cold</source>
        <translation>打印头过热或过冷</translation>
    </message>
    <message>
        <source>printers of {language} have {known} dots an inch, not {dpi}</source>
        <translation>{language} 打印机的分辨率是每英寸 {known} 点，不是 {dpi} 点</translation>
    </message>
    <message>
        <source>it takes {takes}, not {language}</source>
        <translation>它接受 {takes}，不接受 {language}</translation>
    </message>
    <message>
        <source>badges for it are {size} mm, and its paper is {media} mm</source>
        <translation>发往它的证件为 {size} 毫米，而它的纸张为 {media} 毫米</translation>
    </message>
    <message>
        <source>it is no PNG or JPEG picture, or a damaged one</source>
        <translation>不是 PNG 或 JPEG 图片，或已损坏</translation>
    </message>
    <message>
        <source>it has more than {most} million pixels</source>
        <translation>超过 {most} 百万像素</translation>
    </message>
    <message>
        <source>its file has more than {most} MB</source>
        <translation>文件超过 {most} MB</translation>
    </message>
    <message>
        <source>its name must end in .csv or .xlsx</source>
        <translation>文件名须以 .csv 或 .xlsx 结尾</translation>
    </message>
    <message>
        <source>it is a damaged workbook</source>
        <translation>工作簿已损坏</translation>
    </message>
    <message>
        <source>it is a damaged workbook, or another kind of file</source>
        <translation>工作簿已损坏，或是别种文件</translation>
    </message>
    <message>
        <source>it is a database</source>
        <translation>这是数据库</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>这是文件夹</translation>
    </message>
    <message>
        <source>it is larger than {most} MB</source>
        <translation>文件大于 {most} MB</translation>
    </message>
    <message>
        <source>it is locked with a password</source>
        <translation>已用密码锁定</translation>
    </message>
    <message>
        <source>there is no such encoding</source>
        <translation>没有这种编码</translation>
    </message>
    <message>
        <source>it is a pipe or a device</source>
        <translation>这是管道或设备，不是文件</translation>
    </message>
    <message>
        <source>it holds no text</source>
        <translation>其中没有文字</translation>
    </message>
    <message>
        <source>it is a packed file, and no XLSX workbook</source>
        <translation>这是压缩文件，不是 XLSX 工作簿</translation>
    </message>
    <message>
        <source>line {line} holds other bytes</source>
        <translation>第 {line} 行含有其他字节</translation>
    </message>
    <message>
        <source>it is a packed file</source>
        <translation>这是压缩文件</translation>
    </message>
    <message>
        <source>it is a damaged or locked packed file</source>
        <translation>压缩文件已损坏或已加密</translation>
    </message>
    <message>
        <source>it is packed in a way that no workbook is</source>
        <translation>其压缩方式不是工作簿所用的</translation>
    </message>
    <message>
        <source>it is a PDF</source>
        <translation>这是 PDF</translation>
    </message>
    <message>
        <source>it is a picture</source>
        <translation>这是图片</translation>
    </message>
    <message>
        <source>quotation marks are left open all over it</source>
        <translation>到处都有未闭合的引号</translation>
    </message>
    <message>
        <source>sheet “{sheet}” has more than {most} cells</source>
        <translation>工作表“{sheet}”超过 {most} 个单元格</translation>
    </message>
    <message>
        <source>a sheet reaches over more than {most} cells</source>
        <translation>某个工作表的范围超过 {most} 个单元格</translation>
    </message>
    <message>
        <source>it names one sheet several times</source>
        <translation>其中一个工作表名称出现多次</translation>
    </message>
    <message>
        <source>it is a text document</source>
        <translation>这是文字处理文档</translation>
    </message>
    <message>
        <source>it has more than {most} cells</source>
        <translation>单元格超过 {most} 个</translation>
    </message>
    <message>
        <source>it has more than {most} rows</source>
        <translation>行数超过 {most}</translation>
    </message>
    <message>
        <source>and no other encoding fits</source>
        <translation>其他编码也都不合适</translation>
    </message>
    <message>
        <source>it cannot be opened ({why})</source>
        <translation>无法打开（{why}）</translation>
    </message>
    <message>
        <source>it unpacks to more than {most} MB</source>
        <translation>解压后超过 {most} MB</translation>
    </message>
    <message>
        <source>it is a web page or XML, whatever its name says</source>
        <translation>不论名称如何，这是网页或 XML</translation>
    </message>
    <message>
        <source>The number of accessible places</source>
        <translation>无障碍座位数</translation>
    </message>
    <message>
        <source>The bay</source>
        <translation>停车位</translation>
    </message>
    <message>
        <source>The bus number</source>
        <translation>车号</translation>
    </message>
    <message>
        <source>Who collects the badges</source>
        <translation>代领证件的人</translation>
    </message>
    <message>
        <source>The word of --column</source>
        <translation>--column 的内容</translation>
    </message>
    <message>
        <source>The coordinator</source>
        <translation>领队</translation>
    </message>
    <message>
        <source>The departure</source>
        <translation>发车时间</translation>
    </message>
    <message>
        <source>The driver</source>
        <translation>司机</translation>
    </message>
    <message>
        <source>The driver’s phone</source>
        <translation>司机电话</translation>
    </message>
    <message>
        <source>The forum</source>
        <translation>论坛</translation>
    </message>
    <message>
        <source>The guide</source>
        <translation>导游</translation>
    </message>
    <message>
        <source>The issue of the badge</source>
        <translation>证件的签发次数</translation>
    </message>
    <message>
        <source>The number of licensed seats</source>
        <translation>核定座位数</translation>
    </message>
    <message>
        <source>The word of --map</source>
        <translation>--map 的用词</translation>
    </message>
    <message>
        <source>The note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>The passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>The plate</source>
        <translation>车牌</translation>
    </message>
    <message>
        <source>The printer’s target</source>
        <translation>打印机的目标</translation>
    </message>
    <message>
        <source>The printer’s name</source>
        <translation>打印机名称</translation>
    </message>
    <message>
        <source>The reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The number of usable seats</source>
        <translation>可用座位数</translation>
    </message>
    <message>
        <source>{length} characters long</source>
        <translation>{length} 个字符长的内容</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空白内容</translation>
    </message>
    <message>
        <source>set</source>
        <translation>任何内容</translation>
    </message>
    <message>
        <source>so short</source>
        <translation>这么短的内容</translation>
    </message>
    <message>
        <source>what nobody can read</source>
        <translation>无法辨认的内容</translation>
    </message>
    <message>
        <source>at most {most}</source>
        <translation>最多 {most}</translation>
    </message>
    <message>
        <source>a route and a number, such as 2-3</source>
        <translation>线路加序号，例如 2-3</translation>
    </message>
    <message>
        <source>a field of a delegate</source>
        <translation>来宾资料的一个字段</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>{least} 至 {most}</translation>
    </message>
    <message>
        <source>a heading of the list, or a column’s number</source>
        <translation>名单中的一个表头，或列号</translation>
    </message>
    <message>
        <source>a width in mm such as 62, or width and height such as 80x60</source>
        <translation>以毫米为单位的宽度，例如 62，或宽度和高度，例如 80x60</translation>
    </message>
    <message>
        <source>the name as the guest writes it</source>
        <translation>来宾自己书写的姓名</translation>
    </message>
    <message>
        <source>one of {known}</source>
        <translation>以下之一：{known}</translation>
    </message>
    <message>
        <source>at least {least} characters, or no passphrase</source>
        <translation>至少 {least} 个字符，或不设口令</translation>
    </message>
    <message>
        <source>why the badge is replaced</source>
        <translation>换证的原因</translation>
    </message>
    <message>
        <source>host or host:port, the port from 1 to 65535</source>
        <translation>主机或“主机:端口”，端口为 1 至 65535</translation>
    </message>
    <message>
        <source>host, host:port or host:port/path, the port from 1 to 65535</source>
        <translation>主机、“主机:端口”或“主机:端口/路径”，端口为 1 至 65535</translation>
    </message>
    <message>
        <source>a time such as 08:30</source>
        <translation>时刻，例如 08:30</translation>
    </message>
    <message>
        <source>letters, digits and signs</source>
        <translation>文字、数字和符号</translation>
    </message>
    <message>
        <source>an array of categories, or {everybody}</source>
        <translation>类别的数组，或 {everybody}</translation>
    </message>
    <message>
        <source>an array of 1 to {most} elements</source>
        <translation>含 1 至 {most} 个元素的数组</translation>
    </message>
    <message>
        <source>a colour such as #8A1538</source>
        <translation>颜色，例如 #8A1538</translation>
    </message>
    <message>
        <source>a country’s two letters of ISO 3166-1, such as CN</source>
        <translation>ISO 3166-1 的两位国家代码，例如 CN</translation>
    </message>
    <message>
        <source>a date such as 2024-09-25</source>
        <translation>日期，例如 2024-09-25</translation>
    </message>
    <message>
        <source>each day only once</source>
        <translation>每天只写一次</translation>
    </message>
    <message>
        <source>one of the forum’s days: {days}</source>
        <translation>论坛的某一天：{days}</translation>
    </message>
    <message>
        <source>a day with a session</source>
        <translation>有场次的一天</translation>
    </message>
    <message>
        <source>a moment after the start ({starts}), within 24 hours of it</source>
        <translation>开始（{starts}）之后 24 小时内的时刻</translation>
    </message>
    <message>
        <source>a forum file</source>
        <translation>论坛文件</translation>
    </message>
    <message>
        <source>an id of 2 to 40 small letters, digits and dashes that begins with a letter</source>
        <translation>2 至 40 个小写字母、数字或短横组成、以字母开头的标识</translation>
    </message>
    <message>
        <source>a key</source>
        <translation>一个键</translation>
    </message>
    <message>
        <source>a language as a BCP 47 tag without region, such as zh or en, each only once</source>
        <translation>不带地区的 BCP 47 语言标签，例如 zh 或 en，每种只写一次</translation>
    </message>
    <message>
        <source>one capital letter from A to Z</source>
        <translation>A 至 Z 中的一个大写字母</translation>
    </message>
    <message>
        <source>a date and time with its offset, such as 2024-09-25T09:00:00+08:00</source>
        <translation>带时差的日期和时间，例如 2024-09-25T09:00:00+08:00</translation>
    </message>
    <message>
        <source>an id that cannot be taken for a bus such as 2-3</source>
        <translation>不会被当作车号（例如 2-3）的标识</translation>
    </message>
    <message>
        <source>a whole number from {least} to {most}</source>
        <translation>{least} 至 {most} 的整数</translation>
    </message>
    <message>
        <source>each only once</source>
        <translation>每项只写一次</translation>
    </message>
    <message>
        <source>one of {known} – did you mean {meant}?</source>
        <translation>以下之一：{known}；是指 {meant} 吗？</translation>
    </message>
    <message>
        <source>1 to 4 digits or capital letters, such as 3</source>
        <translation>1 至 4 个数字或大写字母，例如 3</translation>
    </message>
    <message>
        <source>routes for this visit</source>
        <translation>此次参观的线路</translation>
    </message>
    <message>
        <source>a file of at most 1 MiB</source>
        <translation>不超过 1 MiB 的文件</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>一个表</translation>
    </message>
    <message>
        <source>the text of a badge template, of at most 300 000 letters</source>
        <translation>证件模板的文本，最多 300 000 个字符</translation>
    </message>
    <message>
        <source>a text of 1 to {most} characters on one line</source>
        <translation>一行文字，1 至 {most} 个字符</translation>
    </message>
    <message>
        <source>a text in each language: {languages}</source>
        <translation>每种语言的文字：{languages}</translation>
    </message>
    <message>
        <source>the key {key} ({expected})</source>
        <translation>键 {key}（{expected}）</translation>
    </message>
    <message>
        <source>TOML</source>
        <translation>TOML</translation>
    </message>
    <message>
        <source>a value of {key} that no other has</source>
        <translation>与其他不同的 {key} 值</translation>
    </message>
    <message>
        <source>text in UTF-8</source>
        <translation>UTF-8 文本</translation>
    </message>
    <message>
        <source>the key “visit” ({known}) where there are routes</source>
        <translation>有线路时的键“visit”（{known}）</translation>
    </message>
    <message>
        <source>one of {count} parts</source>
        <translation>由 {count} 段组成的键</translation>
    </message>
    <message>
        <source>a larger one</source>
        <translation>更大的文件</translation>
    </message>
    <message>
        <source>a number of more than 18 digits</source>
        <translation>超过 18 位的数字</translation>
    </message>
    <message>
        <source>arrays nested without end</source>
        <translation>无止境嵌套的数组</translation>
    </message>
    <message>
        <source>a pipe or a device</source>
        <translation>管道或设备</translation>
    </message>
    <message>
        <source>{moment} without an offset</source>
        <translation>{moment}，没有时差</translation>
    </message>
    <message>
        <source>no routes</source>
        <translation>没有线路</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>other bytes</source>
        <translation>其他字节</translation>
    </message>
    <message>
        <source>a session on {day}</source>
        <translation>{day} 的场次</translation>
    </message>
    <message>
        <source>the unknown key {key}</source>
        <translation>未知的键 {key}</translation>
    </message>
    <message>
        <source>line {number}</source>
        <extracomment>Sizes of text that can be chosen, in percent. Minutes without anybody after which whoever acts is signed out; 0 for never. Dots an inch that printers have. Dots an inch of label printers, by what they speak, the usual first. Kinds of printers that speak a language of label printers. Kinds of printers that the operating system knows by a name. Kinds of printers that may ask for a user and a password.</extracomment>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>printer {number} of the file</source>
        <translation>文件中第 {number} 台打印机</translation>
    </message>
    <message>
        <source>an entry of a TOML file</source>
        <translation>TOML 文件的一项</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a name and a target for each printer</source>
        <translation>每台打印机都有 name 和 target</translation>
    </message>
    <message>
        <source>nothing but the entries of a printer</source>
        <translation>只有打印机的条目</translation>
    </message>
    <message>
        <source>a different name for each printer</source>
        <translation>每台打印机的 name 各不相同</translation>
    </message>
    <message>
        <source>a file that can be read</source>
        <translation>可以读取的文件</translation>
    </message>
    <message>
        <source>a file of at most 64 kB</source>
        <translation>不超过 64 kB 的文件</translation>
    </message>
    <message>
        <source>[[printers]] tables</source>
        <translation>[[printers]] 表</translation>
    </message>
    <message>
        <source>a text of at most {most} characters on one line</source>
        <translation>一行不超过 {most} 个字符的文字</translation>
    </message>
    <message>
        <source>[[printers]] tables with name, kind and target</source>
        <translation>带有 name、kind 和 target 的 [[printers]] 表</translation>
    </message>
    <message>
        <source>{key} = &quot;#RRGGBB&quot; or &quot;{category}&quot;</source>
        <extracomment>How msgspec says where something is wrong, and which entry there.</extracomment>
        <translation>{key} = &quot;#RRGGBB&quot; 或 &quot;{category}&quot;</translation>
    </message>
    <message>
        <source>a table [[elements]] with kind, id and box</source>
        <translation>带有 kind、id 和 box 的 [[elements]] 表</translation>
    </message>
    <message>
        <source>at most 500 tables [[elements]]</source>
        <translation>最多 500 个 [[elements]] 表</translation>
    </message>
    <message>
        <source>a fold for the back, since sheets are printed on one side</source>
        <translation>背面需要折叠，因为整张纸只打印一面</translation>
    </message>
    <message>
        <source>{key} = a length in mm</source>
        <translation>{key} = 以毫米为单位的长度</translation>
    </message>
    <message>
        <source>{key} = {count} lengths in mm</source>
        <translation>{key} = {count} 个以毫米计的长度</translation>
    </message>
    <message>
        <source>{key} = small letters, digits and dashes</source>
        <translation>{key} = 小写字母、数字和短横线</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>no such entry</source>
        <translation>没有这个条目</translation>
    </message>
    <message>
        <source>one code, on the front</source>
        <translation>正面有且只有一个二维码</translation>
    </message>
    <message>
        <source>{key} = one of {known}</source>
        <translation>{key} = 以下之一：{known}</translation>
    </message>
    <message>
        <source>an id that no other element has</source>
        <translation>与其他元素不同的 id</translation>
    </message>
    <message>
        <source>a PNG or JPEG picture of at most {most} million pixels, in base64</source>
        <translation>base64 编码的 PNG 或 JPEG 图片，最多 {most} 百万像素</translation>
    </message>
    <message>
        <source>a sheet that holds a badge</source>
        <translation>放得下一张证件的纸张</translation>
    </message>
    <message>
        <source>[size from 4 to 200, 1 to 4 lines]</source>
        <translation>[字号 4 至 200, 行数 1 至 4]</translation>
    </message>
    <message>
        <source>steps of [size, lines]</source>
        <translation>[字号, 行数] 的级别</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>文字的列表</translation>
    </message>
    <message>
        <source>a file in UTF-8</source>
        <translation>UTF-8 文件</translation>
    </message>
    <message>
        <source>an array of {count}</source>
        <translation>含 {count} 个元素的数组</translation>
    </message>
    <message>
        <source>a date and time such as 2024-09-25T09:00:00, in the forum’s time zone</source>
        <translation>论坛时区的日期和时间，例如 2024-09-25T09:00:00</translation>
    </message>
    <message>
        <source>a time that the clocks there show on that day</source>
        <translation>当地时钟在当天会显示的时间</translation>
    </message>
    <message>
        <source>the offset of the first session in the file ({first}), or the key “time_zone”</source>
        <translation>与文件中第一个场次相同的时差（{first}），或写明键“time_zone”</translation>
    </message>
    <message>
        <source>a time with its offset, as there are two: {first} and {second}</source>
        <translation>带时差的时间，因为有两个：{first} 和 {second}</translation>
    </message>
    <message>
        <source>the offset that the forum’s time zone has then ({right}), or none</source>
        <translation>论坛时区当时的时差（{right}），或不写时差</translation>
    </message>
    <message>
        <source>a time zone of the IANA database, such as Europe/Lisbon</source>
        <translation>IANA 数据库中的时区，例如 Europe/Lisbon</translation>
    </message>
    <message>
        <source>a time zone of the IANA database – did you mean {meant}?</source>
        <translation>IANA 数据库中的时区，您是否指 {meant}？</translation>
    </message>
    <message>
        <source>why, in a few words</source>
        <translation>原因（几个字即可）</translation>
    </message>
    <message>
        <source>no longer on it</source>
        <translation>已不在名单上</translation>
    </message>
    <message>
        <source>too much was asked of it at once</source>
        <translation>一次向它请求得太多</translation>
    </message>
    <message>
        <source>it cannot store anything at the moment</source>
        <translation>它目前无法存储任何内容</translation>
    </message>
    <message>
        <source>the port does not answer</source>
        <translation>端口没有响应</translation>
    </message>
    <message>
        <source>that is no address</source>
        <translation>这不是一个地址</translation>
    </message>
    <message>
        <source>it does not answer as a hub does</source>
        <translation>它的应答不像中枢</translation>
    </message>
    <message>
        <source>it does not take the request for this laptop’s</source>
        <translation>它不认可该请求来自这台电脑</translation>
    </message>
    <message>
        <source>it answers with {status}</source>
        <translation>它的应答为 {status}</translation>
    </message>
    <message>
        <source>the port cannot be had</source>
        <translation>无法使用该端口</translation>
    </message>
    <message>
        <source>this is for coordinators’ laptops</source>
        <translation>仅限协调员的电脑</translation>
    </message>
    <message>
        <source>what was sent is too large</source>
        <translation>发送的内容过大</translation>
    </message>
    <message>
        <source>any address that this network tells of</source>
        <translation>此网络中已知的任何地址</translation>
    </message>
    <message>
        <source>it does not understand what was asked</source>
        <translation>它不理解所请求的内容</translation>
    </message>
    <message>
        <source>The name of the laptop</source>
        <translation>电脑名称</translation>
    </message>
    <message>
        <source>apple</source>
        <translation>苹果</translation>
    </message>
    <message>
        <source>arrow</source>
        <translation>箭</translation>
    </message>
    <message>
        <source>bamboo</source>
        <translation>竹子</translation>
    </message>
    <message>
        <source>bell</source>
        <translation>铃铛</translation>
    </message>
    <message>
        <source>bird</source>
        <translation>小鸟</translation>
    </message>
    <message>
        <source>boat</source>
        <translation>小船</translation>
    </message>
    <message>
        <source>book</source>
        <translation>书本</translation>
    </message>
    <message>
        <source>bread</source>
        <translation>面包</translation>
    </message>
    <message>
        <source>bridge</source>
        <translation>大桥</translation>
    </message>
    <message>
        <source>button</source>
        <translation>纽扣</translation>
    </message>
    <message>
        <source>candle</source>
        <translation>蜡烛</translation>
    </message>
    <message>
        <source>castle</source>
        <translation>城堡</translation>
    </message>
    <message>
        <source>cloud</source>
        <translation>云朵</translation>
    </message>
    <message>
        <source>coin</source>
        <translation>硬币</translation>
    </message>
    <message>
        <source>crown</source>
        <translation>王冠</translation>
    </message>
    <message>
        <source>desert</source>
        <translation>沙漠</translation>
    </message>
    <message>
        <source>dragon</source>
        <translation>龙</translation>
    </message>
    <message>
        <source>drum</source>
        <translation>鼓</translation>
    </message>
    <message>
        <source>eagle</source>
        <translation>老鹰</translation>
    </message>
    <message>
        <source>elephant</source>
        <translation>大象</translation>
    </message>
    <message>
        <source>feather</source>
        <translation>羽毛</translation>
    </message>
    <message>
        <source>flower</source>
        <translation>花</translation>
    </message>
    <message>
        <source>forest</source>
        <translation>森林</translation>
    </message>
    <message>
        <source>garden</source>
        <translation>花园</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>黄金</translation>
    </message>
    <message>
        <source>hammer</source>
        <translation>锤子</translation>
    </message>
    <message>
        <source>harbour</source>
        <translation>港口</translation>
    </message>
    <message>
        <source>honey</source>
        <translation>蜂蜜</translation>
    </message>
    <message>
        <source>horse</source>
        <translation>马</translation>
    </message>
    <message>
        <source>island</source>
        <translation>海岛</translation>
    </message>
    <message>
        <source>jade</source>
        <translation>玉石</translation>
    </message>
    <message>
        <source>kite</source>
        <translation>风筝</translation>
    </message>
    <message>
        <source>ladder</source>
        <translation>梯子</translation>
    </message>
    <message>
        <source>lamp</source>
        <translation>灯</translation>
    </message>
    <message>
        <source>lemon</source>
        <translation>柠檬</translation>
    </message>
    <message>
        <source>lion</source>
        <translation>狮子</translation>
    </message>
    <message>
        <source>lotus</source>
        <translation>莲花</translation>
    </message>
    <message>
        <source>mirror</source>
        <translation>镜子</translation>
    </message>
    <message>
        <source>moon</source>
        <translation>月亮</translation>
    </message>
    <message>
        <source>mountain</source>
        <translation>高山</translation>
    </message>
    <message>
        <source>needle</source>
        <translation>针</translation>
    </message>
    <message>
        <source>night</source>
        <translation>夜晚</translation>
    </message>
    <message>
        <source>ocean</source>
        <translation>大洋</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>橙子</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>纸</translation>
    </message>
    <message>
        <source>pearl</source>
        <translation>珍珠</translation>
    </message>
    <message>
        <source>pencil</source>
        <translation>铅笔</translation>
    </message>
    <message>
        <source>piano</source>
        <translation>钢琴</translation>
    </message>
    <message>
        <source>rabbit</source>
        <translation>兔子</translation>
    </message>
    <message>
        <source>rain</source>
        <translation>雨</translation>
    </message>
    <message>
        <source>river</source>
        <translation>河流</translation>
    </message>
    <message>
        <source>rocket</source>
        <translation>火箭</translation>
    </message>
    <message>
        <source>salt</source>
        <translation>盐</translation>
    </message>
    <message>
        <source>silk</source>
        <translation>丝绸</translation>
    </message>
    <message>
        <source>snow</source>
        <translation>雪</translation>
    </message>
    <message>
        <source>spoon</source>
        <translation>勺子</translation>
    </message>
    <message>
        <source>star</source>
        <translation>星星</translation>
    </message>
    <message>
        <source>summer</source>
        <translation>夏天</translation>
    </message>
    <message>
        <source>temple</source>
        <translation>寺庙</translation>
    </message>
    <message>
        <source>tiger</source>
        <translation>老虎</translation>
    </message>
    <message>
        <source>umbrella</source>
        <translation>雨伞</translation>
    </message>
    <message>
        <source>violin</source>
        <translation>小提琴</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗户</translation>
    </message>
    <message>
        <source>winter</source>
        <translation>冬天</translation>
    </message>
    <message>
        <source>a time after the start, or a date and a time where it ends on another day, such as 2024-09-26 01:00</source>
        <extracomment>How a truth is typed, in the languages of the screens. The lines of each that are given in every language of the forum. The lines that are a truth, ``yes`` or ``no``.</extracomment>
        <translation>晚于开始的时间；如在另一天结束，请写日期和时间，例如 2024-09-26 01:00</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>as many stops as in the other language, with ; between them</source>
        <translation>与另一种语言数目相同的站点，用“；”分隔</translation>
    </message>
    <message>
        <source>at least one category</source>
        <translation>至少一个类别</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>yes（是）或 no（否）</translation>
    </message>
    <message>
        <source>The operator’s name</source>
        <translation>操作员姓名</translation>
    </message>
    <message>
        <source>The PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>The role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>so short, so long or so easy to guess</source>
        <translation>这样短、这样长或这样容易猜到</translation>
    </message>
    <message>
        <source>4 to 8 digits, not all alike and not in a row</source>
        <translation>4 至 8 位数字，不全相同，也不连续</translation>
    </message>
    <message>
        <source>Volunteer</source>
        <translation>志愿者</translation>
    </message>
    <message>
        <source>Badge desk</source>
        <translation>制证台</translation>
    </message>
    <message>
        <source>Tour coordinator</source>
        <translation>随车协调员</translation>
    </message>
    <message>
        <source>Route dispatcher</source>
        <translation>线路调度员</translation>
    </message>
    <message>
        <source>Duty officer</source>
        <translation>值班负责人</translation>
    </message>
    <message>
        <source>Event lead</source>
        <translation>活动负责人</translation>
    </message>
    <message>
        <source>scan, answer what a scan asks, and take that back</source>
        <translation>扫码、回答扫码的询问并撤销</translation>
    </message>
    <message>
        <source>register a walk-in</source>
        <translation>登记现场来宾</translation>
    </message>
    <message>
        <source>mend a guest’s record</source>
        <translation>更正来宾资料</translation>
    </message>
    <message>
        <source>put guests on a bus’s list</source>
        <translation>把来宾排入车辆名单</translation>
    </message>
    <message>
        <source>let a guest board though the door says otherwise</source>
        <translation>在车门提示不可上车时破例放行</translation>
    </message>
    <message>
        <source>replace a badge</source>
        <translation>补办证件</translation>
    </message>
    <message>
        <source>revoke or restore a guest’s badges</source>
        <translation>作废或恢复来宾的证件</translation>
    </message>
    <message>
        <source>merge two records, or part them</source>
        <translation>合并或拆分两份资料</translation>
    </message>
    <message>
        <source>take in a delegate list, or take one back</source>
        <translation>导入或撤回代表名单</translation>
    </message>
    <message>
        <source>add a bus, or change one</source>
        <translation>添加或修改车辆</translation>
    </message>
    <message>
        <source>open a bus’s doors and send it off</source>
        <translation>为车辆开门并发车</translation>
    </message>
    <message>
        <source>call an emergency at a bus, and say who is safe</source>
        <translation>在车辆上发出紧急情况，并说明谁安全</translation>
    </message>
    <message>
        <source>end an emergency, or call it off as a false alarm</source>
        <translation>结束紧急情况，或作为误报撤销</translation>
    </message>
    <message>
        <source>end an emergency in which somebody is still looked for</source>
        <translation>在仍有人下落不明时结束紧急情况</translation>
    </message>
    <message>
        <source>settle what laptops know differently</source>
        <translation>裁定各电脑之间的分歧</translation>
    </message>
    <message>
        <source>let a queue be used that may print one badge over and over</source>
        <translation>允许使用可能反复打印同一张证件的队列</translation>
    </message>
    <message>
        <source>change the forum’s programme</source>
        <translation>修改论坛日程</translation>
    </message>
    <message>
        <source>say who acts, and in which role</source>
        <translation>指定操作员及其角色</translation>
    </message>
    <message>
        <source>plan the buses, or take a plan back</source>
        <translation>编排车辆座位或撤回编排</translation>
    </message>
    <message>
        <source>the bus number “{value}” is no route and number, such as 2-3</source>
        <extracomment>What a column is headed, in English and Chinese. Any of these that is a bus&apos;s own is what its row is found by.</extracomment>
        <translation>车号“{value}”不是“线路-序号”的形式，例如 2-3</translation>
    </message>
    <message>
        <source>bus {bus} stands in row {row} already</source>
        <translation>{bus} 号车已在第 {row} 行出现</translation>
    </message>
    <message>
        <source>the number of licensed seats is missing</source>
        <translation>缺少核定座位数</translation>
    </message>
    <message>
        <source>the language “{value}” is not known</source>
        <translation>无法识别语言“{value}”</translation>
    </message>
    <message>
        <source>a text is longer than {most} characters</source>
        <translation>有文字超过 {most} 个字符</translation>
    </message>
    <message>
        <source>“{value}” is no number of seats</source>
        <translation>“{value}”不是座位数</translation>
    </message>
    <message>
        <source>{places} accessible places are more than the {seats} usable seats</source>
        <translation>{places} 个无障碍座位多于 {seats} 个可用座位</translation>
    </message>
    <message>
        <source>plate {plate} is that of bus {bus}, too</source>
        <translation>车牌 {plate} 与 {bus} 号车相同</translation>
    </message>
    <message>
        <source>there is no route “{value}”; there are {known}</source>
        <translation>没有线路“{value}”；现有线路为 {known}</translation>
    </message>
    <message>
        <source>{seats} licensed seats are not from 1 to {most}</source>
        <translation>核定座位数 {seats} 不在 1 到 {most} 之间</translation>
    </message>
    <message>
        <source>“{value}” is no time such as 08:30</source>
        <translation>“{value}”不是时间，正确示例：08:30</translation>
    </message>
    <message>
        <source>{usable} usable seats are not from 1 to the {licensed} licensed ones</source>
        <translation>可用座位数 {usable} 不在 1 到核定座位数 {licensed} 之间</translation>
    </message>
    <message>
        <source>Too few seats: {people} go on the route of their second choice instead.</source>
        <translation>座位不足：{people} 人改走其第二志愿线路。</translation>
    </message>
    <message>
        <source>a number from 1 to 65535</source>
        <translation>1 到 65535 之间的数字</translation>
    </message>
    <message>
        <source>offload, excuse or sign off a guest, and say who is missing or did not come</source>
        <translation>请客人下车、准假、签退，或宣布失踪、未到</translation>
    </message>
    <message>
        <source>No route</source>
        <extracomment>What is said by a verb; by the others somebody is scanned aboard, or what was said last is taken back. What may follow on what. Boarding may follow on anything: whoever comes is decided on at the door. Who is not aboard and not looked for either: it is known what became of them. What is never done without saying why.</extracomment>
        <translation>未选线路</translation>
    </message>
    <message>
        <source>No bus yet</source>
        <translation>尚未分车</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>已分车</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>候补</translation>
    </message>
    <message>
        <source>Aboard</source>
        <translation>已上车</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>已下车</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期未归</translation>
    </message>
    <message>
        <source>Declared missing</source>
        <translation>已宣布失踪</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>已准假</translation>
    </message>
    <message>
        <source>Boarding undone</source>
        <translation>上车已撤销</translation>
    </message>
    <message>
        <source>Offloaded</source>
        <translation>已请下车</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已返回</translation>
    </message>
    <message>
        <source>Unwell</source>
        <translation>身体不适</translation>
    </message>
    <message>
        <source>Makes their own way</source>
        <translation>自行前往</translation>
    </message>
    <message>
        <source>Has another engagement</source>
        <translation>另有安排</translation>
    </message>
    <message>
        <source>Asked for by the delegation</source>
        <translation>代表团要求</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安全原因</translation>
    </message>
    <message>
        <source>Conduct</source>
        <translation>行为不当</translation>
    </message>
    <message>
        <source>By mistake</source>
        <translation>操作有误</translation>
    </message>
    <message>
        <source>Stays with their delegation</source>
        <extracomment>What the door says, though a person with leave may let the guest board. What is a matter of safety, so that a second person has to agree.</extracomment>
        <translation>与本代表团同行</translation>
    </message>
    <message>
        <source>Interprets for or looks after a guest aboard</source>
        <translation>为车上嘉宾翻译或陪护</translation>
    </message>
    <message>
        <source>Their own bus has left</source>
        <translation>本人的车已开走</translation>
    </message>
    <message>
        <source>Has changed the route, as agreed</source>
        <translation>经同意改走本线路</translation>
    </message>
    <message>
        <source>Manages on an ordinary seat</source>
        <translation>可坐普通座位</translation>
    </message>
    <message>
        <source>Asked for by security</source>
        <translation>安保要求</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>its queue gave the badge up</source>
        <translation>其打印队列放弃了该证件</translation>
    </message>
    <message>
        <source>something is stuck in it</source>
        <translation>卡纸</translation>
    </message>
    <message>
        <source>it has no ink or toner left</source>
        <translation>墨水或碳粉已用尽</translation>
    </message>
    <message>
        <source>it is switched off or not connected</source>
        <translation>已关机或未连接</translation>
    </message>
    <message>
        <source>its queue takes no badges</source>
        <translation>其打印队列不接收证件</translation>
    </message>
    <message>
        <source>its queue would print a failed badge again and again until its error policy is another</source>
        <translation>其打印队列会反复打印失败的证件，须先更改其错误策略</translation>
    </message>
    <message>
        <source>the badge was not printed in time</source>
        <translation>证件未能按时打印</translation>
    </message>
    <message>
        <source>The number of people</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>count the people on a bus</source>
        <translation>清点车上人数</translation>
    </message>
    <message>
        <source>release a bus, or open a closed one again</source>
        <translation>放行车辆，或重新开启已关闭的车辆</translation>
    </message>
    <message>
        <source>release or close a bus that does not tally</source>
        <translation>放行或关闭人数不符的车辆</translation>
    </message>
    <message>
        <source>nobody bears badge “{value}”</source>
        <extracomment>Rows of one list: five times the staff of the largest forum, and read, judged and written while nobody waits for it.</extracomment>
        <translation>没有人持证件“{value}”</translation>
    </message>
    <message>
        <source>badge “{value}” is borne by more than one</source>
        <translation>证件“{value}”不止一人持有</translation>
    </message>
    <message>
        <source>badge “{value}” is {name}’s staff badge</source>
        <translation>证件“{value}”是{name}的工作证</translation>
    </message>
    <message>
        <source>the name is missing, or longer than {most} characters</source>
        <translation>缺少姓名，或姓名超过 {most} 个字符</translation>
    </message>
    <message>
        <source>{name} was revoked; only a person brings them back, on the screen of operators</source>
        <translation>{name}已被撤销；只能由人在操作员界面恢复</translation>
    </message>
    <message>
        <source>there is no role “{value}”; there are {known}</source>
        <translation>没有角色“{value}”；现有 {known}</translation>
    </message>
    <message>
        <source>{name} stands in row {row} already</source>
        <translation>{name}在第 {row} 行已有</translation>
    </message>
    <message>
        <source>The stop’s name</source>
        <translation>站点名称</translation>
    </message>
    <message>
        <source>let another bus take over from one</source>
        <translation>让另一辆车接替某辆车</translation>
    </message>
    <message>
        <source>Bus added</source>
        <translation>添加车辆</translation>
    </message>
    <message>
        <source>Bus changed</source>
        <translation>修改车辆</translation>
    </message>
    <message>
        <source>State: {state}</source>
        <translation>状态：{state}</translation>
    </message>
    <message>
        <source>Came to a stop: {stop}</source>
        <translation>到达停靠点：{stop}</translation>
    </message>
    <message>
        <source>Came to a stop without a name</source>
        <translation>到达未命名的停靠点</translation>
    </message>
    <message>
        <source>Was not at that stop</source>
        <translation>并未到达该停靠点</translation>
    </message>
    <message>
        <source>Did not leave</source>
        <translation>并未开走</translation>
    </message>
    <message>
        <source>Passes by a stop: {stop}</source>
        <translation>不停靠：{stop}</translation>
    </message>
    <message>
        <source>Calls at that stop after all</source>
        <translation>仍停靠该点</translation>
    </message>
    <message>
        <source>Head count, round {round}</source>
        <translation>清点人数，第 {round} 轮</translation>
    </message>
    <message>
        <source>Said who is aboard besides guests</source>
        <translation>登记车上其他人员</translation>
    </message>
    <message>
        <source>Release reviewed</source>
        <translation>放行已复核</translation>
    </message>
    <message>
        <source>Taken over by bus {bus}</source>
        <translation>由 {bus} 号车接替</translation>
    </message>
    <message>
        <source>Not taken over after all</source>
        <translation>取消接替</translation>
    </message>
    <message>
        <source>Emergency called</source>
        <translation>启动紧急状态</translation>
    </message>
    <message>
        <source>Said in the emergency how somebody is</source>
        <translation>紧急状态下登记人员状况</translation>
    </message>
    <message>
        <source>Emergency ended</source>
        <translation>结束紧急状态</translation>
    </message>
    <message>
        <source>Put on the list of bus {bus}</source>
        <translation>列入 {bus} 号车名单</translation>
    </message>
    <message>
        <source>Taken off the list</source>
        <translation>移出名单</translation>
    </message>
    <message>
        <source>Scanned at the door</source>
        <translation>车门扫码</translation>
    </message>
    <message>
        <source>The door’s question answered</source>
        <translation>回答车门询问</translation>
    </message>
    <message>
        <source>Boarded by override</source>
        <translation>破例上车</translation>
    </message>
    <message>
        <source>Settled: is aboard</source>
        <translation>裁定：在车上</translation>
    </message>
    <message>
        <source>Settled: was never here</source>
        <translation>裁定：从未在此</translation>
    </message>
    <message>
        <source>Ride: {state}</source>
        <translation>乘车：{state}</translation>
    </message>
    <message>
        <source>Transfer to bus {bus}</source>
        <translation>换乘 {bus} 号车</translation>
    </message>
    <message>
        <source>No-show asked for</source>
        <translation>申请认定未到</translation>
    </message>
    <message>
        <source>Something is taken back</source>
        <translation>撤销一项记录</translation>
    </message>
    <message>
        <source>what this laptop writes is proven by it</source>
        <translation>本电脑写入的内容以此为证</translation>
    </message>
    <message>
        <source>a laptop that was shut out joins again as a new one</source>
        <translation>被移出的电脑须作为新电脑重新加入</translation>
    </message>
    <message>
        <source>whoever comes after all is registered anew</source>
        <translation>之后仍到场者须重新登记</translation>
    </message>
    <message>
        <source>the former badge stays void, so that never two are valid</source>
        <translation>旧证件保持作废，以免同时有两张有效</translation>
    </message>
    <message>
        <source>what was undone is done again</source>
        <translation>已撤销的操作可以重新进行</translation>
    </message>
    <message>
        <source>somebody has looked at it</source>
        <translation>已有人查看过</translation>
    </message>
    <message>
        <source>what was done since bears that name; lock to sign out</source>
        <translation>此后的操作都记在该操作员名下；请锁定以退出</translation>
    </message>
    <message>
        <source>it holds no TrueType outlines</source>
        <translation>其中没有 TrueType 轮廓</translation>
    </message>
    <message>
        <source>its maker does not allow a part of it in documents</source>
        <translation>其制作者不允许在文档中嵌入其中一部分</translation>
    </message>
    <message>
        <source>it draws no letter</source>
        <translation>它画不出任何字</translation>
    </message>
    <message>
        <source>it is broken</source>
        <translation>它已损坏</translation>
    </message>
    <message>
        <source>it is larger than any font</source>
        <translation>它比任何字体都大</translation>
    </message>
    <message>
        <source>there is no such file, or it cannot be read</source>
        <translation>没有这个文件，或无法读取</translation>
    </message>
    <message>
        <source>reaches beyond the page of {width} × {height} mm</source>
        <extracomment>Characters of the code on a badge, which are as good as random. Dots an inch of label printers, and of the others.</extracomment>
        <translation>超出 {width} × {height} 毫米的页面</translation>
    </message>
    <message>
        <source>has no area</source>
        <translation>没有面积</translation>
    </message>
    <message>
        <source>lies over the code, which would not read</source>
        <translation>盖住了二维码，会读不出来</translation>
    </message>
    <message>
        <source>has {dots} dots a module at {dpi} dpi, and needs {least}: make it {wanted} mm</source>
        <translation>在 {dpi} dpi 下每个模块只有 {dots} 点，需要 {least} 点：请改为 {wanted} 毫米</translation>
    </message>
    <message>
        <source>Beyond the page</source>
        <translation>超出页面</translation>
    </message>
    <message>
        <source>No area</source>
        <translation>没有面积</translation>
    </message>
    <message>
        <source>Over the code</source>
        <translation>盖住二维码</translation>
    </message>
    <message>
        <source>Code too small</source>
        <translation>二维码太小</translation>
    </message>
    <message>
        <source>several printers at USB are like it: say its serial number, too</source>
        <translation>USB 上有几台同样的打印机：请同时写明它的序列号</translation>
    </message>
    <message>
        <source>this computer lets only others use it</source>
        <translation>这台电脑不允许本程序使用它</translation>
    </message>
    <message>
        <source>another program holds it</source>
        <translation>另一个程序正占用它</translation>
    </message>
    <message>
        <source>a serial port such as COM3 or /dev/ttyUSB0, with its speed as in COM3@9600</source>
        <translation>串口，例如 COM3 或 /dev/ttyUSB0，可加速率，如 COM3@9600</translation>
    </message>
    <message>
        <source>vendor and product such as 0a5f:0164, and with another colon the serial number</source>
        <translation>厂商和产品编号，例如 0a5f:0164，可再加冒号和序列号</translation>
    </message>
    <message>
        <source>it is a file of contacts</source>
        <translation>这是联系人文件</translation>
    </message>
    <message>
        <source>it is data for programs</source>
        <translation>这是供程序使用的数据</translation>
    </message>
    <message>
        <source>its print head has another width: choose the other of Brother’s languages for it</source>
        <translation>其打印头宽度不同：请为它选择 Brother 的另一种语言</translation>
    </message>
    <message>
        <source>other labels are in it than badges are drawn for</source>
        <translation>机内的标签与证件所用的不同</translation>
    </message>
    <message>
        <source>labels of {there} mm are in it, and badges for it are drawn for {wanted} mm</source>
        <translation>机内是 {there} 毫米的标签，而证件按 {wanted} 毫米绘制</translation>
    </message>
    <message>
        <source>the code of its badges stands nearer to an edge than it can print</source>
        <translation>证件上的二维码离边缘太近，它打印不到</translation>
    </message>
    <message>
        <source>printers of {language} take rolls and labels of {known} mm, not of {media} mm</source>
        <translation>{language} 打印机可用 {known} 毫米的卷纸和标签，不能用 {media} 毫米的</translation>
    </message>
    <message>
        <source>No seat left for {people}: more buses, or larger ones, are needed.</source>
        <translation>还有 {people} 人没有座位：需要增加车辆，或换更大的车。</translation>
    </message>
    <message>
        <source>No accessible place left for {people}: more buses with such places are needed.</source>
        <translation>还有 {people} 人没有无障碍座位：需要增加有无障碍座位的车。</translation>
    </message>
    <message>
        <source>VIPs on a bus for others, and others on a bus for VIPs: {people}. More buses for VIPs are needed.</source>
        <translation>贵宾乘普通车或他人乘贵宾车：{people} 人。需增加贵宾车。</translation>
    </message>
    <message>
        <source>No {language}-speaking place left for {people}: more interpreters or more buses are needed.</source>
        <translation>还有 {people} 人没有能讲{language}的座位：需要增加译员或车辆。</translation>
    </message>
    <message>
        <source>it asks for somebody: look at what it shows</source>
        <translation>它需要人工处理：请查看它显示的内容</translation>
    </message>
    <message>
        <source>it says “{said}”</source>
        <translation>它提示“{said}”</translation>
    </message>
    <message>
        <source>its output tray is full</source>
        <translation>出纸盘已满</translation>
    </message>
    <message>
        <source>The layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>{places}, as its layouts say</source>
        <translation>与布局一致的 {places}</translation>
    </message>
    <message>
        <source>seats and wheelchair places such as 45+1</source>
        <translation>座位数与轮椅位数，例如 45+1</translation>
    </message>
    <message>
        <source>one layout for each number of wheelchair places</source>
        <translation>每种轮椅位数只有一种布局</translation>
    </message>
    <message>
        <source>seats and places within the {most} licensed seats</source>
        <translation>座位与轮椅位合计不超过核定的 {most} 座</translation>
    </message>
    <message>
        <source>“{value}” is no layout such as 45+1, of seats and wheelchair places</source>
        <translation>“{value}”不是座位数加轮椅位数的布局，例如 45+1</translation>
    </message>
    <message>
        <source>layout {value} is of more than the {licensed} licensed seats</source>
        <translation>布局 {value} 超过核定的 {licensed} 座</translation>
    </message>
    <message>
        <source>{places} accessible places are not the {most} of its layouts</source>
        <translation>无障碍座位 {places} 个，与其布局中的 {most} 个不符</translation>
    </message>
    <message>
        <source>layout {value} has as many wheelchair places as another one</source>
        <translation>布局 {value} 与另一布局的轮椅位数相同</translation>
    </message>
    <message>
        <source>{key} = a number from 1 to {most}</source>
        <translation>{key} = 1 至 {most} 的整数</translation>
    </message>
    <message>
        <source>a sheet that has room for so many columns and rows</source>
        <translation>纸张须容得下这些列和行</translation>
    </message>
    <message>
        <source>it asks for a user and a password</source>
        <translation>它要求用户名和密码</translation>
    </message>
    <message>
        <source>it does not take the user and the password that are kept for it</source>
        <translation>它不接受为它保存的用户名和密码</translation>
    </message>
    <message>
        <source>it asks for a proof that is not known here: add it to this computer, and choose it as a system printer</source>
        <translation>它要求的验证方式本应用不支持：请将它添加到本机，并选为系统打印机</translation>
    </message>
    <message>
        <source>it speaks only where nobody else can read: name it by ipps://</source>
        <translation>它只接受加密连接：请以 ipps:// 填写其地址</translation>
    </message>
    <message>
        <source>it does not speak as ipps:// says: name it by ipp://</source>
        <translation>它不支持 ipps:// 加密连接：请以 ipp:// 填写其地址</translation>
    </message>
    <message>
        <source>it lets only others print</source>
        <translation>它只允许其他人打印</translation>
    </message>
    <message>
        <source>it asks for a password, which others could read on the way: name it by ipps://</source>
        <translation>它要求密码，而途中可能被他人读取：请以 ipps:// 填写其地址</translation>
    </message>
    <message>
        <source>it shows another certificate than before: if it was set up anew, take it away here and add it again</source>
        <translation>它出示的证书与之前不同：如果它经过重新设置，请在此移除后重新添加</translation>
    </message>
    <message>
        <source>nobody asks for a user and a password there</source>
        <translation>它不要求用户名和密码</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>Scanner</source>
        <extracomment>Of a code, as much as shows that it was read well.</extracomment>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>Scan anything that has a code: a badge, a bottle, a book.</source>
        <translation>扫任何带码的东西：证件、饮料瓶、书。</translation>
    </message>
    <message>
        <source>Printer of badges</source>
        <translation>证件打印机</translation>
    </message>
    <message>
        <source>Without one, people are checked in and badges are printed later.</source>
        <translation>没有打印机也能签到，证件可以以后再打印。</translation>
    </message>
</context>
<context>
    <name>DoorCount</name>
    <message>
        <source>{n} licensed seats</source>
        <translation>核载 {n} 座</translation>
    </message>
</context>
<context>
    <name>DoorScreen</name>
    <message>
        <source>Scan each badge at the step. Green: aboard. Yellow: answer with 1, 2 or 3. Red: the code shown is the guest&apos;s own bus. C counts the people on the bus, which then leaves. F11 leaves the door.</source>
        <extracomment>A key pressed into the first moments of a question must not answer it. Deciding may take this long before the door says that nothing was decided.</extracomment>
        <translation>在车门逐个扫描证件。绿：已上车。黄：按 1、2 或 3 回答。红：所示编号为来宾自己的车。按 C 清点人数，然后发车。按 F11 离开车门。</translation>
    </message>
</context>
<context>
    <name>DoorVerdict</name>
    <message>
        <source>BOARD</source>
        <translation>上车</translation>
    </message>
    <message>
        <source>AGAIN</source>
        <translation>已上车</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>止步</translation>
    </message>
</context>
<context>
    <name>DoorWords</name>
    <message>
        <source>The laptop could not decide. Scan again.</source>
        <extracomment>Of those called by name on the ready panel; the Buses screen has them all. A bay&apos;s number on a line of its own says nothing.</extracomment>
        <translation>本机未能判定，请重扫。</translation>
    </message>
    <message>
        <source>aboard</source>
        <translation>已上车</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Ready to scan</source>
        <translation>请扫码</translation>
    </message>
    <message>
        <source>Each badge at the step, one after the other.</source>
        <translation>在车门口逐个扫描证件。</translation>
    </message>
    <message>
        <source>The doors of bus {bus} are closed: nobody boards now.</source>
        <translation>{bus} 号车未开门，现在不上车。</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>由谁决定</translation>
    </message>
    <message>
        <source>Agreed by badge: now hold</source>
        <translation>已出示证件同意：请按住</translation>
    </message>
    <message>
        <source>Their PIN, or their badge</source>
        <translation>对方的 PIN，或其证件</translation>
    </message>
    <message>
        <source>Who agrees?</source>
        <translation>由谁同意？</translation>
    </message>
    <message>
        <source>Hold: board {name}</source>
        <translation>按住：让{name}上车</translation>
    </message>
    <message>
        <source>Board after all: why?</source>
        <translation>仍让上车：为什么？</translation>
    </message>
    <message>
        <source>Do not override</source>
        <translation>不破例</translation>
    </message>
    <message>
        <source>Bay {bay}</source>
        <translation>{bay} 号位</translation>
    </message>
    <message>
        <source>Leaves {time}</source>
        <translation>{time} 发车</translation>
    </message>
    <message>
        <source>bay {bay}</source>
        <translation>{bay} 号位</translation>
    </message>
    <message>
        <source>“{button}” opens them.</source>
        <translation>按“{button}”开门上车。</translation>
    </message>
    <message>
        <source>{called}: {names}</source>
        <translation>{called}：{names}</translation>
    </message>
</context>
<context>
    <name>Driver</name>
    <message>
        <source>driver {n} min too long at the wheel</source>
        <translation>司机超时驾驶 {n} 分钟</translation>
    </message>
    <message>
        <source>driver’s eight hours end {time}</source>
        <translation>司机八小时至 {time} 届满</translation>
    </message>
    <message>
        <source>driver must rest by {time}</source>
        <translation>司机须在 {time} 前休息</translation>
    </message>
    <message>
        <source>driver has {n} min left today</source>
        <translation>司机今日还可驾驶 {n} 分钟</translation>
    </message>
    <message>
        <source>driver rests until {time}</source>
        <translation>司机休息至 {time}</translation>
    </message>
</context>
<context>
    <name>EditorPanel</name>
    <message>
        <source>Elements, as they are drawn one over another</source>
        <translation>元素，按叠放的先后</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>试排结果</translation>
    </message>
    <message>
        <source>What is seen beside the page</source>
        <translation>页面旁边显示的内容</translation>
    </message>
    <message>
        <source>Badge template</source>
        <translation>证件模板</translation>
    </message>
    <message>
        <source>Add to the badge…</source>
        <translation>添加到证件…</translation>
    </message>
    <message>
        <source>Change the element…</source>
        <translation>更改元素…</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>正反面</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>The printer that it is meant for</source>
        <translation>用于哪台打印机</translation>
    </message>
</context>
<context>
    <name>EditorScreen</name>
    <message>
        <source>Press an element to choose it, drag it to move it, drag a corner or an edge to resize it. Arrows move it by half a millimetre, with Shift by five; with Alt they resize it. Tab goes to the next one, Del removes it, Ctrl D doubles it. Ctrl Z takes back, Ctrl Y does again. Ctrl S keeps the template for every laptop, Ctrl Shift S in a file. What is printed is seen at once, with the names of the list that are hardest to set.</source>
        <translation>点按元素即选中，拖动即移动，拖动边或角即改变大小。方向键每次移动半毫米，加 Shift 为五毫米；加 Alt 则改变大小。Tab 到下一个元素，Del 移除，Ctrl D 复制。Ctrl Z 撤销，Ctrl Y 重做。Ctrl S 把模板保存给所有电脑，Ctrl Shift S 保存为文件。打印效果随即可见，并以名单中最难排的姓名试排。</translation>
    </message>
</context>
<context>
    <name>EditorWords</name>
    <message>
        <source>Badge, {size}</source>
        <translation>证件，{size}</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>没有选中任何元素</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>正面</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>背面</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Draw it over the next one</source>
        <translation>移到上面一层</translation>
    </message>
    <message>
        <source>Draw it under the one before</source>
        <translation>移到下面一层</translation>
    </message>
    <message>
        <source>Double it (Ctrl D)</source>
        <translation>复制（Ctrl D）</translation>
    </message>
    <message>
        <source>Remove it (Delete)</source>
        <translation>移除（Del）</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>放弃改动</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>保存为文件…</translation>
    </message>
    <message>
        <source>Text that shows nothing</source>
        <translation>没有内容的文字</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Coloured area</source>
        <translation>色块</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线条</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>二维码</translation>
    </message>
    <message>
        <source>Emblem</source>
        <translation>徽标</translation>
    </message>
    <message>
        <source>Photo of the guest</source>
        <translation>来宾照片</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Latin name</source>
        <translation>拉丁字母姓名</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>代表团</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Category letter</source>
        <translation>类别字母</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>Badge number</source>
        <translation>证件号</translation>
    </message>
    <message>
        <source>Forum</source>
        <translation>论坛</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>下</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>粗体</translation>
    </message>
    <message>
        <source>The category&apos;s colour</source>
        <translation>类别的颜色</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>long name</source>
        <translation>姓名长</translation>
    </message>
    <message>
        <source>long Latin name</source>
        <translation>拉丁字母姓名长</translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation>中文姓名</translation>
    </message>
    <message>
        <source>Arabic name</source>
        <translation>阿拉伯文姓名</translation>
    </message>
    <message>
        <source>stacked marks</source>
        <translation>叠加符号</translation>
    </message>
    <message>
        <source>rare characters</source>
        <translation>生僻字</translation>
    </message>
    <message>
        <source>long delegation</source>
        <translation>代表团名长</translation>
    </message>
    <message>
        <source>long organisation</source>
        <translation>单位名长</translation>
    </message>
    <message>
        <source>no delegation</source>
        <translation>没有代表团</translation>
    </message>
    <message>
        <source>Sizes of 4 to 200 points, such as 36, 28, 22 × 2</source>
        <translation>4 至 200 磅的字号，例如 36, 28, 22 × 2</translation>
    </message>
    <message>
        <source>The first that fits is taken; × 2 is on two lines</source>
        <translation>取第一个放得下的；× 2 表示两行</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>at {place}</source>
        <translation>位于 {place}</translation>
    </message>
    <message>
        <source>Being tried…</source>
        <translation>正在试排…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problems</source>
        <translation>
            <numerusform>%Ln 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything fits</source>
        <translation>全部放得下</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>放不下</translation>
    </message>
    <message>
        <source>No font has a letter</source>
        <translation>字体缺字</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What was changed is not kept yet.</source>
        <translation>改动还没有保存。</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Keep for every laptop</source>
        <translation>保存给所有电脑</translation>
    </message>
    <message>
        <source>Draw all badges by it</source>
        <translation>全部证件用此模板</translation>
    </message>
    <message>
        <source>Take it from the forum</source>
        <translation>从论坛中移除</translation>
    </message>
    <message>
        <source>Take back what was kept last</source>
        <translation>撤销上一次改动</translation>
    </message>
    <message>
        <source>Another template is called so</source>
        <translation>已有同名模板</translation>
    </message>
    <message>
        <source>2 to 40 small letters, digits and dashes, such as vip-card</source>
        <translation>2 至 40 个小写字母、数字和连字符，例如 vip-a6</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>changed, not kept</source>
        <translation>已改动，未保存</translation>
    </message>
    <message>
        <source>in a file only</source>
        <translation>只在文件中</translation>
    </message>
    <message>
        <source>on every laptop</source>
        <translation>所有电脑都有</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>应用自带</translation>
    </message>
    <message>
        <source>Category (second language)</source>
        <translation>类别（第二语言）</translation>
    </message>
    <message>
        <source>Forum (second language)</source>
        <translation>论坛（第二语言）</translation>
    </message>
    <message>
        <source>Edit theirs</source>
        <translation>编辑其模板</translation>
    </message>
    <message>
        <source>One more, like this one</source>
        <translation>照此另做一个</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>整张纸</translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>stands in for {name}</source>
        <translation>代替 {name}</translation>
    </message>
</context>
<context>
    <name>Emergency</name>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Injured</source>
        <translation>受伤</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation>全部 {n}</translation>
    </message>
    <message>
        <source>Unknown {n}</source>
        <translation>不明 {n}</translation>
    </message>
    <message>
        <source>Injured {n}</source>
        <translation>受伤 {n}</translation>
    </message>
    <message>
        <source>Safe {n}</source>
        <translation>安全 {n}</translation>
    </message>
    <message>
        <source>Hold: emergency at bus {bus}</source>
        <translation>按住：车辆 {bus} 紧急情况</translation>
    </message>
    <message>
        <source>Hold: end the emergency</source>
        <translation>按住：结束紧急情况</translation>
    </message>
    <message>
        <source>Hold: it was a false alarm</source>
        <translation>按住：这是误报</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>逐人</translation>
    </message>
    <message>
        <source>Call anew</source>
        <translation>重新发出</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>简述情况</translation>
    </message>
    <message>
        <source>Why it is ended</source>
        <translation>结束的原因</translation>
    </message>
    <message>
        <source>ended at {time}</source>
        <translation>{time} 结束</translation>
    </message>
    <message>
        <source>called off at {time}: false alarm</source>
        <translation>{time} 撤销：误报</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>导游</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>译员</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安保</translation>
    </message>
    <message>
        <source>Medic</source>
        <translation>医护</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>司机</translation>
    </message>
    <message>
        <source>Recorded: emergency at bus {bus}. Its list is frozen.</source>
        <translation>已记录：车辆 {bus} 紧急情况，名单已冻结。</translation>
    </message>
    <message>
        <source>Recorded: the emergency is over.</source>
        <translation>已记录：紧急情况已结束。</translation>
    </message>
    <message>
        <source>Recorded: {name}, {condition}.</source>
        <translation>已记录：{name}，{condition}。</translation>
    </message>
    <message>
        <source>This code belongs to nobody here. Find the name.</source>
        <translation>此码不属于这里的任何人。请查找姓名。</translation>
    </message>
    <message>
        <source>Emergency at bus {bus}?</source>
        <translation>车辆 {bus} 发生紧急情况？</translation>
    </message>
    <message>
        <source>Unknown: {unknown} of {all}</source>
        <translation>不明：{all} 人中 {unknown} 人</translation>
    </message>
    <message>
        <source>Of all {all} it is known how they are</source>
        <translation>全部 {all} 人的状况均已知</translation>
    </message>
    <message>
        <source>contradictory: {n}</source>
        <translation>相互矛盾：{n}</translation>
    </message>
    <message>
        <source>called at {time}</source>
        <translation>{time} 发出</translation>
    </message>
    <message>
        <source>list {version}</source>
        <translation>名单 {version}</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Nobody on the list. Enter looks among all guests.</source>
        <translation>名单上没有此人。按 Enter 在所有嘉宾中查找。</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>contradictory: {said}</source>
        <translation>相互矛盾：{said}</translation>
    </message>
    <message>
        <source>found besides</source>
        <translation>另外找到</translation>
    </message>
    <message>
        <source>aboard</source>
        <translation>已上车</translation>
    </message>
    <message>
        <source>expected, not aboard</source>
        <translation>待到，不在车上</translation>
    </message>
    <message>
        <source>The list of all who are aboard or expected is frozen, nobody boards, and the bus does not leave. Only a coordinator ends it.</source>
        <translation>所有已上车或待到人员的名单将被冻结，任何人不得上车，车辆不得发车。只有协调员可以结束。</translation>
    </message>
    <message>
        <source>Call a further emergency</source>
        <translation>再次发出紧急情况</translation>
    </message>
    <message>
        <source>Freeze the list of {n}</source>
        <translation>冻结 {n} 人的名单</translation>
    </message>
    <message>
        <source>Still looked for: {n}</source>
        <translation>仍在寻找：{n} 人</translation>
    </message>
    <message>
        <source>Say why it is ended. While somebody is looked for only the duty officer ends it.</source>
        <translation>请说明结束的原因。仍有人下落不明时，只有值班负责人可以结束。</translation>
    </message>
    <message>
        <source>Nobody is looked for any more</source>
        <translation>已无人下落不明</translation>
    </message>
    <message>
        <source>The bus is again what it was. A false alarm needs a reason.</source>
        <translation>车辆恢复原来的状态。误报须说明原因。</translation>
    </message>
    <message>
        <source>not on the frozen list</source>
        <translation>不在冻结的名单上</translation>
    </message>
    <message>
        <source>Who is safe?</source>
        <translation>谁安全？</translation>
    </message>
    <message>
        <source>Choose somebody, or scan their badge; then say how they are. Nobody is marked by a scan.</source>
        <translation>选择一人或扫描其证件，然后说明其状况。扫描本身不会标记任何人。</translation>
    </message>
    <message>
        <source>Laptops say different things. Look, and say it anew.</source>
        <translation>各电脑的说法不一。请核实后重新标记。</translation>
    </message>
    <message>
        <source>Badge seen since: {seen}</source>
        <translation>此后见到证件：{seen}</translation>
    </message>
</context>
<context>
    <name>EmergencyPanel</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存名单</translation>
    </message>
    <message>
        <source>Name, badge no. or phone</source>
        <translation>姓名、证件号或电话</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>姓名或号码</translation>
    </message>
    <message>
        <source>Everybody on the list</source>
        <translation>名单上的所有人</translation>
    </message>
</context>
<context>
    <name>EmergencyScreen</name>
    <message>
        <source>The button is held until it is full: the list of all who are aboard or expected is frozen, and nobody boards. Then everybody is marked: the arrow keys or a scan of their badge choose somebody, 1 says safe, 2 injured, 3 unknown. Who is unknown stands first. What two laptops say differently is shown with both, and the worst holds until somebody says it anew.</source>
        <translation>按住按钮直到填满：所有已上车或待到人员的名单将被冻结，任何人不得上车。然后逐一标记：用方向键或扫描证件选择一人，1 表示安全，2 受伤，3 不明。不明者排在最前。两台电脑说法不一时两者都会显示，以最坏的为准，直到有人重新标记。</translation>
    </message>
    <message>
        <source>Bus {bus} emergency {time}</source>
        <translation>车辆 {bus} 紧急名单 {time}</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
</context>
<context>
    <name>EmergencySide</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>EventPage</name>
    <message>
        <source>The forum that comes along</source>
        <translation>自带的论坛</translation>
    </message>
    <message>
        <source>The Global Sustainable Transport Forum of 2024, with its sessions and routes.</source>
        <translation>全球可持续交通高峰论坛（2024），含各场会议和参观线路。</translation>
    </message>
    <message>
        <source>Start with this forum</source>
        <translation>使用这个论坛</translation>
    </message>
    <message>
        <source>A forum file</source>
        <translation>论坛文件</translation>
    </message>
    <message>
        <source>A TOML file with the sessions, categories and routes of your own event.</source>
        <translation>一个文本文件，写明您的活动的会议、类别和线路。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Something in this application broke. Check-in goes on. Tell the event lead this mark: {mark}</source>
        <translation>程序内部出错，签到照常进行。请把此编号告诉活动负责人：{mark}</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>Lists</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>Hold: nobody prints it</source>
        <extracomment>Numbers of badges that are named; the rest are counted.</extracomment>
        <translation>按住：不会打印</translation>
    </message>
    <message>
        <source>{done} of {whole}</source>
        <translation>{done} / {whole}</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Scans go on meanwhile.</source>
        <translation>其间扫描照常进行。</translation>
    </message>
    <message>
        <source>Taken back: the badges in that file count as issued no more.</source>
        <translation>已撤销：该文件中的证件不再算作已签发。</translation>
    </message>
    <message>
        <source>Delete the file.</source>
        <translation>请删除该文件。</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln badges could not be drawn: {numbers}</source>
        <translation>
            <numerusform>%Ln 张证件无法绘制：{numbers}</numerusform>
        </translation>
    </message>
    <message>
        <source>Each badge in it counts as issued: no desk prints it again, and a new one voids it</source>
        <translation>其中每张证件都算作已签发：其他证件台不会再打印，补发新证即作废</translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message>
        <source>Name, pinyin, initials, organisation, badge no. or phone</source>
        <translation>姓名、拼音、首字母、单位、证件号或手机号</translation>
    </message>
    <message>
        <source>Name, pinyin, badge no. or phone</source>
        <translation>姓名、拼音、证件号或手机号</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>找到的人</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>check in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Nobody fits?</source>
        <translation>没有合适的人？</translation>
    </message>
    <message>
        <source>Walk-in registration</source>
        <translation>现场登记</translation>
    </message>
    <message>
        <source>Print badge only</source>
        <translation>只打印证件</translation>
    </message>
    <message>
        <source>Name, pinyin, no.</source>
        <translation>姓名、拼音、编号</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>档案</translation>
    </message>
</context>
<context>
    <name>FindScreen</name>
    <message>
        <source>What you typed is kept.</source>
        <extracomment>Seconds that somebody must have been in sight: less than it takes to see that it is somebody else.</extracomment>
        <translation>输入的内容已保留。</translation>
    </message>
    <message>
        <source>Type any part of a name in any script, pinyin or its initials, an organisation, a badge number or the end of a phone number. Arrows choose, Enter checks in. Scans count all the while.</source>
        <translation>输入姓名的任意部分（任何文字、拼音或首字母）、单位、证件号或手机尾号。方向键选择，回车签到。期间扫码照常有效。</translation>
    </message>
    <message>
        <source>No session is open here now. Press F6 to choose one.</source>
        <translation>现在这里没有开放的场次。按 F6 选择。</translation>
    </message>
    <message>
        <source>The badge of {name} is on its way to the printer.</source>
        <translation>{name} 的证件已送去打印。</translation>
    </message>
</context>
<context>
    <name>FindWords</name>
    <message>
        <source>same pinyin, look twice</source>
        <translation>拼音相同，请核对</translation>
    </message>
    <message>
        <source>Not in yet</source>
        <translation>未签到</translation>
    </message>
    <message>
        <source>In {time}</source>
        <translation>{time} 已到</translation>
    </message>
    <message>
        <source>Left {time}</source>
        <translation>{time} 离场</translation>
    </message>
    <message>
        <source>Badge void</source>
        <translation>证件作废</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people share this pinyin</source>
        <translation>
            <numerusform>有 %Ln 人拼音相同</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for the organisation or the badge number before checking in.</source>
        <translation>签到前请核对单位或证件号。</translation>
    </message>
    <message>
        <source>Is it {place}, number {number}?</source>
        <translation>是 {place}、证件号 {number} 吗？</translation>
    </message>
    <message>
        <source>Yes, {number}</source>
        <translation>是，{number}</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>From</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Route {route}</source>
        <translation>线路 {route}</translation>
    </message>
    <message>
        <source>{route} · bus</source>
        <translation>{route} · 车号</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>参观</translation>
    </message>
    <message>
        <source>same name, look twice</source>
        <translation>姓名相同，请核对</translation>
    </message>
    <message>
        <source>same spelling, look twice</source>
        <translation>拼写相同，请核对</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people bear this number</source>
        <translation>
            <numerusform>有 %Ln 人使用这个号码</numerusform>
        </translation>
    </message>
    <message>
        <source>No badge has exactly this number</source>
        <translation>没有证件正好是这个号码</translation>
    </message>
    <message>
        <source>Look who it is, then choose with ↑ ↓.</source>
        <translation>请核对是哪一位，再用 ↑ ↓ 选择。</translation>
    </message>
    <message>
        <source>Badge {number} is void</source>
        <translation>证件 {number} 已作废</translation>
    </message>
    <message>
        <source>Badge {number} took its place. Ask for that one.</source>
        <translation>已换成 {number}，请出示新证件。</translation>
    </message>
    <message>
        <source>Badge {number} is not known here</source>
        <translation>本机没有证件 {number} 的记录</translation>
    </message>
    <message>
        <source>The newest badge known here is {number}.</source>
        <translation>本机所知最新的证件是 {number}。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people share this name</source>
        <translation>
            <numerusform>有 %Ln 人姓名相同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people share this spelling</source>
        <translation>
            <numerusform>有 %Ln 人拼写相同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>找到 %Ln 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Try fewer letters, the organisation or the phone number, or register a walk-in.</source>
        <translation>请少输几个字，或改用单位、手机号；也可现场登记。</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>In any script, by pinyin or its initials; accents make no difference.</source>
        <translation>任何文字、拼音或首字母都可以，不区分重音符号。</translation>
    </message>
    <message>
        <source>Type any part of a name</source>
        <translation>输入姓名的任意部分</translation>
    </message>
    <message>
        <source>“{name}” was merged into this record</source>
        <translation>“{name}”已并入此记录</translation>
    </message>
</context>
<context>
    <name>FirstRunPanel</name>
    <message>
        <source>Check-in and bus dispatch</source>
        <translation>签到与车辆调度</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>FirstRunWindow</name>
    <message>
        <source>Choose a forum file</source>
        <translation>选择论坛文件</translation>
    </message>
    <message>
        <source>Forum files</source>
        <translation>论坛文件</translation>
    </message>
    <message>
        <source>Something went wrong; nothing was changed. Try again.</source>
        <translation>出了问题；没有更改任何内容。请再试一次。</translation>
    </message>
</context>
<context>
    <name>FirstRunWords</name>
    <message>
        <source>Set up this laptop</source>
        <translation>设置这台电脑</translation>
    </message>
    <message>
        <source>No internet needed. You can change everything but the event later.</source>
        <translation>不需要互联网。除活动外，以后都可以更改。</translation>
    </message>
    <message>
        <source>Start a new event</source>
        <translation>开始新活动</translation>
    </message>
    <message>
        <source>The event of this laptop stays as it is chosen here.</source>
        <translation>这台电脑的活动在此选定后不再更改。</translation>
    </message>
    <message>
        <source>Name this laptop</source>
        <translation>为这台电脑命名</translation>
    </message>
    <message>
        <source>Every entry of the record says which laptop made it.</source>
        <translation>每条记录都会注明由哪台电脑产生。</translation>
    </message>
    <message>
        <source>Check scanner and printer</source>
        <translation>检查扫码枪和打印机</translation>
    </message>
    <message>
        <source>Both can be set up later as well.</source>
        <translation>两者也可以以后再设置。</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Begin checking in</source>
        <translation>开始签到</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>命名</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions</source>
        <translation>
            <numerusform>%Ln 场</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln routes</source>
        <translation>
            <numerusform>%Ln 条线路</numerusform>
        </translation>
    </message>
    <message>
        <source>Give it a name, such as “Desk 3”: the record says where each scan was made.</source>
        <translation>请起个名称，例如“3 号台”：记录会注明每次扫码的地点。</translation>
    </message>
    <message>
        <source>At least 8 characters, or none at all.</source>
        <translation>至少 8 个字符，或者留空。</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>It was read</source>
        <translation>已读出</translation>
    </message>
    <message>
        <source>Nothing read yet</source>
        <translation>还没有读到</translation>
    </message>
    <message>
        <source>What you entered before is still here. A passphrase is never kept: type it again.</source>
        <translation>之前填写的内容都在。口令从不保存，请重新输入。</translation>
    </message>
    <message>
        <source>Is this laptop the first?</source>
        <translation>这是第一台电脑吗？</translation>
    </message>
    <message>
        <source>An invitation of the others can be scanned at any of these steps.</source>
        <translation>在这几步中，随时都可以扫描其他电脑的邀请码。</translation>
    </message>
    <message>
        <source>Join or start</source>
        <translation>加入或新建</translation>
    </message>
    <message>
        <source>Joining</source>
        <translation>加入</translation>
    </message>
</context>
<context>
    <name>FleetListPanel</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>选择车辆表</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>其他文件</translation>
    </message>
    <message>
        <source>Its rows</source>
        <translation>表中各行</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
</context>
<context>
    <name>FleetListScreen</name>
    <message>
        <source>Choose a list of buses</source>
        <translation>选择车辆表</translation>
    </message>
    <message>
        <source>Choose a list of buses, CSV or XLSX, or drop it here. Which buses are new, what changes in others and which rows have to be put right is shown first, each with its row in the file. An empty cell changes nothing, and no bus goes because a list does not name it. Hold Ctrl Enter to take the list in: as a whole, and it is taken back as a whole, until somebody is on a bus that would be gone with it.</source>
        <translation>选择车辆表（CSV 或 XLSX），或将文件拖到此处。先显示哪些车辆是新增的、哪些会变更、哪些行需要改正，并注明文件中的行号。空单元格不作改动，表中没有的车辆也不会被删除。按住 Ctrl Enter 整表导入；也可整表撤回，直到有人在将被撤回的车辆上。</translation>
    </message>
</context>
<context>
    <name>FleetListWords</name>
    <message>
        <source>Take in a list of buses</source>
        <extracomment>Fields of a new bus that are said on its row before any other.</extracomment>
        <translation>导入车辆表</translation>
    </message>
    <message>
        <source>Taken in: {what}</source>
        <translation>已导入：{what}</translation>
    </message>
    <message>
        <source>The list was taken back: its buses are as they were before.</source>
        <translation>已撤回该表：车辆恢复原状。</translation>
    </message>
    <message>
        <source>CSV or XLSX: a row for each bus, headed code, route, plate, licensed seats…</source>
        <translation>CSV 或 XLSX：每车一行，表头如 车号、线路、车牌、核定座位……</translation>
    </message>
    <message numerus="yes">
        <source>%Ln buses stay as they are</source>
        <translation>
            <numerusform>%Ln 辆车不变</numerusform>
        </translation>
    </message>
    <message>
        <source>To be put right {n}</source>
        <translation>需改正 {n}</translation>
    </message>
    <message>
        <source>New {n}</source>
        <translation>新增 {n}</translation>
    </message>
    <message>
        <source>Changed {n}</source>
        <translation>变更 {n}</translation>
    </message>
    <message>
        <source>Row {n}</source>
        <translation>第 {n} 行</translation>
    </message>
    <message>
        <source>Bus {bus}</source>
        <translation>{bus} 号车</translation>
    </message>
    <message>
        <source>row {n}</source>
        <translation>第 {n} 行</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>Choose a list, or drop it here</source>
        <translation>选择车辆表，或拖到此处</translation>
    </message>
    <message>
        <source>What it would change is shown first. Nothing is written before it is held and taken in.</source>
        <translation>先显示会有哪些变更。按住按钮导入之前不会写入任何内容。</translation>
    </message>
    <message>
        <source>Nothing has to be put right</source>
        <translation>没有需要改正的行</translation>
    </message>
    <message>
        <source>No bus is new</source>
        <translation>没有新增车辆</translation>
    </message>
    <message>
        <source>No bus is changed</source>
        <translation>没有变更车辆</translation>
    </message>
    <message>
        <source>A list counts as a whole: put these rows right in the file, and choose it again.</source>
        <translation>整表一起导入：请在文件中改正这些行，然后重新选择。</translation>
    </message>
    <message>
        <source>All of its buses are here, as it says.</source>
        <translation>表中车辆均已在此，内容一致。</translation>
    </message>
    <message>
        <source>Nothing was written yet.</source>
        <translation>尚未写入任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new buses</source>
        <translation>
            <numerusform>新增 %Ln 辆</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>变更 %Ln 辆</numerusform>
        </translation>
    </message>
    <message>
        <source>Hold: take in {what}</source>
        <translation>按住：导入 {what}</translation>
    </message>
    <message>
        <source>Hold: take it back</source>
        <translation>按住：撤回该表</translation>
    </message>
    <message>
        <source>Hold: take the last list back</source>
        <translation>按住：撤回上一张表</translation>
    </message>
</context>
<context>
    <name>FleetPanel</name>
    <message>
        <source>Buses</source>
        <extracomment>Lines that hold no Chinese, so that no input method stands before a scan.</extracomment>
        <translation>车辆</translation>
    </message>
    <message>
        <source>Add a bus to…</source>
        <translation>添加车辆到…</translation>
    </message>
    <message>
        <source>Plan the seats</source>
        <translation>重新排座</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Move guests…</source>
        <translation>调整嘉宾座位…</translation>
    </message>
    <message>
        <source>Take a list in</source>
        <translation>导入车辆表</translation>
    </message>
    <message>
        <source>Take the plan back</source>
        <translation>撤回排座</translation>
    </message>
</context>
<context>
    <name>FleetScreen</name>
    <message>
        <source>Choose a bus to change its plate, seats, crew, bay or time, or add one to a route. “Seat everybody who waits” gives a seat to whoever chose a route and has none, delegations together as far as seats allow. “Plan the seats” plans everybody anew but for locked buses and whoever is aboard: on the fewest buses, with somebody who speaks their language; once people are boarding, the lists stay. It can be taken back. “Move guests…” puts some on another bus by hand.</source>
        <translation>选择一辆车，可修改其车牌、座位、人员、停车位或时间，也可为线路添加车辆。“为所有等候者安排座位”给已选线路而无座位的人安排座位，座位允许时代表团同乘一车。“安排座位”除锁定的车辆和已上车者外全部重新安排：车辆最少，并有人会讲嘉宾的语言；开始上车后，名单保持不变。安排可以撤回。“调整嘉宾座位…”可手动将几人换到另一辆车。</translation>
    </message>
</context>
<context>
    <name>FleetWords</name>
    <message>
        <source>Route {route}</source>
        <translation>线路 {route}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln buses</source>
        <translation>
            <numerusform>%Ln 辆车</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats for guests</source>
        <translation>
            <numerusform>%Ln 个可用座位</numerusform>
        </translation>
    </message>
    <message>
        <source>Buses of all routes</source>
        <translation>各线路的车辆</translation>
    </message>
    <message>
        <source>No buses yet. Add one to a route.</source>
        <translation>还没有车辆。请为某条线路添加一辆。</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>保存改动</translation>
    </message>
    <message>
        <source>Hold: add bus {bus}</source>
        <translation>按住：添加车辆 {bus}</translation>
    </message>
    <message>
        <source>Hold: seat everybody who waits</source>
        <translation>按住：为所有等待者排座</translation>
    </message>
    <message>
        <source>For everybody</source>
        <translation>改为普通车</translation>
    </message>
    <message>
        <source>For VIPs</source>
        <translation>贵宾车</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people got a seat</source>
        <translation>
            <numerusform>已为 %Ln 人排座</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found none on their route</source>
        <translation>
            <numerusform>%Ln 人在其线路上没有座位</numerusform>
        </translation>
    </message>
    <message>
        <source>Bus {bus} was added.</source>
        <translation>已添加车辆 {bus}。</translation>
    </message>
    <message>
        <source>Bus {bus} was changed.</source>
        <translation>已更改车辆 {bus}。</translation>
    </message>
    <message>
        <source>{listed} listed of {seats}</source>
        <translation>已排 {listed} / {seats} 座</translation>
    </message>
    <message>
        <source>VIPs</source>
        <translation>贵宾</translation>
    </message>
    <message>
        <source>New bus {bus}</source>
        <translation>新车辆 {bus}</translation>
    </message>
    <message>
        <source>Bus {bus}</source>
        <translation>车辆 {bus}</translation>
    </message>
    <message>
        <source>A number, such as 45.</source>
        <translation>请填数字，例如 45。</translation>
    </message>
    <message>
        <source>{aboard} are aboard and there are seats for {seats}. Count them on the bus, or put the seats right.</source>
        <translation>车上有 {aboard} 人，而座位只有 {seats} 个。请在车上清点人数，或更正座位数。</translation>
    </message>
    <message>
        <source>Everybody has the seat again that they had before the plan.</source>
        <translation>所有人都恢复了排座之前的座位。</translation>
    </message>
    <message>
        <source>Planning the seats…</source>
        <translation>正在排座…</translation>
    </message>
    <message>
        <source>Proven best: {buses} buses, delegations in {pieces} pieces</source>
        <translation>已证明最优：{buses} 辆车，代表团共分为 {pieces} 组</translation>
    </message>
    <message>
        <source>{buses} buses, delegations in {pieces} pieces</source>
        <translation>{buses} 辆车，代表团共分为 {pieces} 组</translation>
    </message>
    <message numerus="yes">
        <source>%Ln locked buses stay as they are</source>
        <translation>
            <numerusform>%Ln 辆已锁定的车保持不变</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people got another seat, or their first</source>
        <translation>
            <numerusform>%Ln 人换了座位或得到座位</numerusform>
        </translation>
    </message>
    <message>
        <source>People are boarding, so the lists stay.</source>
        <translation>正在上车，名单保持不变。</translation>
    </message>
    <message>
        <source>It is proven that {buses} buses and {pieces} pieces are needed at least.</source>
        <translation>可证明至少需要 {buses} 辆车、{pieces} 组。</translation>
    </message>
    <message>
        <source>{route}: {said}</source>
        <translation>{route}：{said}</translation>
    </message>
    <message>
        <source>Unlock bus {bus}</source>
        <translation>解锁 {bus} 号车</translation>
    </message>
    <message>
        <source>Lock bus {bus}</source>
        <translation>锁定 {bus} 号车</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
</context>
<context>
    <name>FontsPanel</name>
    <message>
        <source>Badge fonts</source>
        <translation>证件字体</translation>
    </message>
    <message>
        <source>For letters that no font of the application has: TrueType files, used on this laptop at once.</source>
        <translation>用于本程序所有字体都没有的文字：TrueType 文件，在本机立即生效。</translation>
    </message>
</context>
<context>
    <name>FontsWords</name>
    <message>
        <source>None was added here.</source>
        <translation>尚未添加字体。</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Add a font…</source>
        <translation>添加字体…</translation>
    </message>
    <message>
        <source>Choose a font</source>
        <translation>选择字体</translation>
    </message>
    <message>
        <source>{name} is used from now on. Badges that stopped for one of its letters go on by themselves.</source>
        <translation>{name} 从现在起使用。因缺少其中文字而停下的证件会自动继续打印。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln 个字</numerusform>
        </translation>
    </message>
    <message>
        <source>It is broken by now: take it away.</source>
        <translation>该字体已损坏：请移除。</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The font {name} was taken away.</source>
        <translation>字体 {name} 已移除。</translation>
    </message>
</context>
<context>
    <name>ForumCard</name>
    <message>
        <source>The forum</source>
        <translation>论坛</translation>
    </message>
    <message>
        <source>Sessions with room, begin, end and who may enter; categories; routes and their stops.</source>
        <translation>场次（场地、起止时间、谁可进入）、类别、线路及站点。</translation>
    </message>
    <message>
        <source>Programme, categories, routes</source>
        <translation>日程、类别、线路</translation>
    </message>
</context>
<context>
    <name>Hands</name>
    <message>
        <source>Locked, since nobody was here: scans go on, and name nobody.</source>
        <translation>无人操作，已锁定：扫码照常进行，但不署名。</translation>
    </message>
</context>
<context>
    <name>HandsWords</name>
    <message numerus="yes">
        <source>Who takes %Ln badges along?</source>
        <translation>
            <numerusform>谁来代领这 %Ln 张证件？</numerusform>
        </translation>
    </message>
    <message>
        <source>Type a name or number and choose, or scan their own badge.</source>
        <translation>输入姓名或编号并选择，或扫描代领人自己的证件。</translation>
    </message>
    <message>
        <source>Nobody else</source>
        <translation>无人代领</translation>
    </message>
    <message>
        <source>Take it as typed</source>
        <translation>按输入的记录</translation>
    </message>
    <message>
        <source>Taken back: not handed over</source>
        <translation>已撤销：未领取</translation>
    </message>
    <message numerus="yes">
        <source>%Ln badges taken along by {name}</source>
        <translation>
            <numerusform>{name} 代领了 %Ln 张证件</numerusform>
        </translation>
    </message>
    <message>
        <source>Badge {number} handed over</source>
        <translation>证件 {number} 已领取</translation>
    </message>
    <message numerus="yes">
        <source>%Ln badges handed over for one person</source>
        <translation>
            <numerusform>为同一人领取了 %Ln 张证件</numerusform>
        </translation>
    </message>
    <message>
        <source>No further ones</source>
        <translation>没有更多</translation>
    </message>
    <message>
        <source>More for one person</source>
        <translation>同一人还有更多</translation>
    </message>
    <message>
        <source>Taken along by…</source>
        <translation>由谁代领…</translation>
    </message>
    <message>
        <source>Badge {number} is handed over already</source>
        <translation>证件 {number} 此前已领取</translation>
    </message>
    <message>
        <source>Badge {number} does not hold any more</source>
        <translation>证件 {number} 已不再有效</translation>
    </message>
    <message>
        <source>Every badge of this guest was taken back. Call the event lead.</source>
        <translation>这位来宾的所有证件都已被收回，请联系活动负责人。</translation>
    </message>
    <message>
        <source>The newest one is {valid}. Keep this one here.</source>
        <translation>最新的证件是 {valid}，请收回这一张。</translation>
    </message>
    <message>
        <source>Badge {number} is not handed over</source>
        <translation>证件 {number} 未记为领取</translation>
    </message>
    <message>
        <source>As far as this laptop knows, it did not come out yet.</source>
        <translation>据这台电脑所知，它还没有打印出来。</translation>
    </message>
    <message>
        <source>Since {time}, taken along by {name}</source>
        <translation>{time} 由 {name} 代领</translation>
    </message>
    <message>
        <source>Since {time}</source>
        <translation>领取时间 {time}</translation>
    </message>
</context>
<context>
    <name>HeadCount</name>
    <message>
        <source>Open doors</source>
        <translation>开门</translation>
    </message>
    <message>
        <source>Lock this number</source>
        <translation>确定，锁定此数</translation>
    </message>
    <message>
        <source>Others count again</source>
        <translation>换人再数</translation>
    </message>
    <message>
        <source>Hold: release bus {bus}</source>
        <translation>按住：放行 {bus} 号车</translation>
    </message>
    <message>
        <source>Hold: we two release bus {bus}</source>
        <translation>按住：我们两人放行 {bus} 号车</translation>
    </message>
    <message>
        <source>Hold: bus {bus} leaves</source>
        <translation>按住：{bus} 号车发车</translation>
    </message>
    <message>
        <source>It was well released</source>
        <translation>放行无误</translation>
    </message>
    <message>
        <source>It is back for good</source>
        <translation>已返回终点</translation>
    </message>
    <message>
        <source>The bus is empty</source>
        <translation>车上已无人</translation>
    </message>
    <message>
        <source>Hold: close bus {bus}</source>
        <translation>按住：关闭 {bus} 号车</translation>
    </message>
    <message>
        <source>Hold: open bus {bus} again</source>
        <translation>按住：重新开启 {bus} 号车</translation>
    </message>
    <message>
        <source>The doors are closed</source>
        <translation>车门已关</translation>
    </message>
    <message>
        <source>A bus is counted once people have boarded it.</source>
        <translation>上车之后再清点人数。</translation>
    </message>
    <message>
        <source>The counts agree</source>
        <translation>清点一致</translation>
    </message>
    <message>
        <source>A dispatcher who stays here releases the bus.</source>
        <translation>由留在此处的线路调度放行。</translation>
    </message>
    <message>
        <source>Call the names</source>
        <translation>逐个点名</translation>
    </message>
    <message>
        <source>Choose who does not answer. Seen longest ago stands first.</source>
        <translation>选出没有应答的人；最久未见者排在最前。</translation>
    </message>
    <message>
        <source>The bus may leave</source>
        <translation>可以发车</translation>
    </message>
    <message>
        <source>Doors that are opened again ask for a new count.</source>
        <translation>再次开门须重新清点。</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>行驶中</translation>
    </message>
    <message>
        <source>At each stop the doors are opened, and everybody is counted before it goes on.</source>
        <translation>每到一站开门，出发前重新清点全部人员。</translation>
    </message>
    <message>
        <source>Back: walk to the last row</source>
        <translation>已返回：走到最后一排</translation>
    </message>
    <message>
        <source>Somebody looks between all seats, and says so by name.</source>
        <translation>须有人查看所有座位，并署名确认。</translation>
    </message>
    <message>
        <source>Closing ends its ride.</source>
        <translation>关闭即结束本次行程。</translation>
    </message>
    <message>
        <source>The bus is closed</source>
        <translation>车辆已关闭</translation>
    </message>
    <message>
        <source>A dispatcher opens it again, with a reason, where something has to be put right.</source>
        <translation>如需更正，由线路调度说明原因后重新开启。</translation>
    </message>
    <message>
        <source>Somebody holds the bus</source>
        <translation>车辆被暂留</translation>
    </message>
    <message>
        <source>It goes on once its doors are opened, and is counted anew.</source>
        <translation>打开车门后方可继续，并需重新清点。</translation>
    </message>
    <message>
        <source>There is an emergency at this bus</source>
        <translation>本车辆处于紧急情况</translation>
    </message>
    <message>
        <source>It goes on as it was once the emergency is ended.</source>
        <translation>紧急情况结束后，车辆恢复原来的状态。</translation>
    </message>
    <message>
        <source>Both counted {people}, as many as there should be</source>
        <extracomment>How counts came out: the verdict&apos;s mark, its sentence, and what follows.</extracomment>
        <translation>两人都数到 {people}，与应有人数相同</translation>
    </message>
    <message>
        <source>The two differ: others count, neither telling the other</source>
        <translation>两数不同：换人再数，互不告知</translation>
    </message>
    <message>
        <source>Both counted {people}: {short} scanned aboard and not here</source>
        <translation>两人都数到 {people}：有 {short} 人扫码上车却不在车上</translation>
    </message>
    <message>
        <source>Both counted {people}: {over} aboard and not scanned</source>
        <translation>两人都数到 {people}：车上有 {over} 人没有扫码</translation>
    </message>
    <message>
        <source>Three rounds, and no two counts alike</source>
        <translation>数了三轮，没有两数相同</translation>
    </message>
    <message>
        <source>Alike, and as many as there should be: may be released</source>
        <extracomment>The three ways in which it can come out, said beforehand.</extracomment>
        <translation>两数相同且等于应有人数：可以放行</translation>
    </message>
    <message>
        <source>They differ: others count, three rounds at most</source>
        <translation>两数不同：换人再数，最多三轮</translation>
    </message>
    <message>
        <source>Not as the list: names are called, the bus stays</source>
        <translation>与名单不符：逐个点名，不许发车</translation>
    </message>
    <message>
        <source>Delegates</source>
        <translation>代表</translation>
    </message>
    <message>
        <source>Badge shown: now hold</source>
        <translation>已出示证件，请按住</translation>
    </message>
    <message>
        <source>Who approves it?</source>
        <translation>谁来批准？</translation>
    </message>
    <message>
        <source>By roll call</source>
        <translation>逐个点名</translation>
    </message>
    <message>
        <source>Who counts</source>
        <translation>由谁清点</translation>
    </message>
    <message>
        <source>Who walked to the last row</source>
        <translation>谁走到最后一排查看</translation>
    </message>
    <message>
        <source>Entered. How many stays hidden until both are in.</source>
        <translation>已输入。两个数都输入后才显示。</translation>
    </message>
    <message>
        <source>Recorded: bus {bus}</source>
        <translation>已记录：{bus} 号车</translation>
    </message>
    <message>
        <source>Bus {bus}</source>
        <translation>{bus} 号车</translation>
    </message>
    <message>
        <source>leaves {time}</source>
        <translation>{time} 发车</translation>
    </message>
    <message>
        <source>Round {n}</source>
        <translation>第 {n} 轮</translation>
    </message>
    <message>
        <source>Two people count, neither telling the other. How many there should be is shown once both are in.</source>
        <translation>两人各数一遍，互不告知。两个数都输入后才显示应有人数。</translation>
    </message>
    <message>
        <source>counted {people}</source>
        <translation>数到 {people}</translation>
    </message>
    <message>
        <source>from the front to the back</source>
        <translation>从前往后数</translation>
    </message>
    <message>
        <source>from the back to the front</source>
        <translation>从后往前数</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>已输入</translation>
    </message>
    <message>
        <source>counts now</source>
        <translation>正在输入</translation>
    </message>
    <message>
        <source>counts then</source>
        <translation>随后输入</translation>
    </message>
    <message>
        <source>Who counts?</source>
        <translation>由谁清点？</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>另一人</translation>
    </message>
    <message>
        <source>All souls: {all}</source>
        <translation>车上应有：{all} 人</translation>
    </message>
    <message>
        <source>How many delegates is hidden until both are in, so that nobody counts to it.</source>
        <translation>代表人数在两个数都输入之前不显示，以免照着答案数。</translation>
    </message>
    <message>
        <source>What the counts come to</source>
        <translation>清点结果</translation>
    </message>
    <message>
        <source>Still to be looked at</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>It comes out in one of three ways</source>
        <translation>结果只有三种</translation>
    </message>
    <message>
        <source>Bus {short} is short and bus {over} over: {people} aboard the wrong bus, safe</source>
        <translation>{short} 号车少人，{over} 号车多人：{people} 人上错车，平安</translation>
    </message>
    <message>
        <source>Released by its own crew: a dispatcher has to look at it</source>
        <translation>由本车人员自行放行：须由线路调度复核</translation>
    </message>
    <message>
        <source>{letter} counted</source>
        <translation>{letter} 数到</translation>
    </message>
    <message>
        <source>Everybody aboard, the guide and the driver too.</source>
        <translation>车上所有人，包括导游和司机。</translation>
    </message>
    <message>
        <source>The bus stays. The duty officer may release it, naming who is not here.</source>
        <translation>车辆不得出发。值班负责人可指名缺席者后放行。</translation>
    </message>
    <message>
        <source>It left without tallying: the duty officer closes it.</source>
        <translation>发车时人数不符：由值班负责人关闭。</translation>
    </message>
    <message>
        <source>{name} walked to the last row. Closing ends its ride.</source>
        <translation>{name}已走到最后一排查看。关闭即结束本次行程。</translation>
    </message>
    <message>
        <source>Hold: release without {n}</source>
        <translation>按住：缺 {n} 人放行</translation>
    </message>
    <message>
        <source>A dispatcher releases it. Where none can be reached, you and a second person may; it is marked for review then.</source>
        <translation>由线路调度放行。联系不上时，可由您与第二人放行，并标为待复核。</translation>
    </message>
    <message>
        <source>The bus does not run</source>
        <translation>车辆不发车</translation>
    </message>
    <message>
        <source>Who is on its list needs a seat on another bus.</source>
        <translation>名单上的人需要改乘其他车辆。</translation>
    </message>
    <message>
        <source>Everybody changes to another bus</source>
        <translation>全员换乘另一辆车</translation>
    </message>
    <message>
        <source>Once nobody is aboard by the scans, somebody walks to the last row, and says so by name.</source>
        <translation>按扫码记录车上已无人后，须有人走到最后一排查看，并留下姓名。</translation>
    </message>
</context>
<context>
    <name>HeadCountPanel</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Head count</source>
        <translation>清点人数</translation>
    </message>
    <message>
        <source>Who should be aboard</source>
        <translation>车上应有的人</translation>
    </message>
</context>
<context>
    <name>HeadCountScreen</name>
    <message>
        <source>Two people count everybody aboard, the guide and the driver too, and type their numbers one after the other. Enter locks a number. Where the two differ, others count. Where they agree with the scans, a dispatcher releases the bus; where they do not, names are called, and only the duty officer releases it. What lasts is held until it is full.</source>
        <extracomment>Steps at which somebody is named.</extracomment>
        <translation>两人清点车上所有人（包括导游和司机），先后输入各自的数。按 Enter 锁定。两数不同则换人再数。与扫码一致时由线路调度放行；不一致则逐个点名，只有值班负责人可以放行。不可撤销的操作须按住至满格。</translation>
    </message>
</context>
<context>
    <name>HeadCountSide</name>
    <message>
        <source>Why, in a few words</source>
        <extracomment>Of what can be done several times, what leads.</extracomment>
        <translation>原因（简述）</translation>
    </message>
    <message>
        <source>PIN, or staff badge</source>
        <translation>PIN 码，或工作证</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Take the last digit back</source>
        <translation>退回一位</translation>
    </message>
    <message>
        <source>Aboard, by the scans</source>
        <translation>扫码显示在车上</translation>
    </message>
    <message>
        <source>The second person</source>
        <translation>第二人</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>数到</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Scanner</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>Scans are heard.</source>
        <translation>可接收扫码。</translation>
    </message>
    <message>
        <source>Scanner not heard</source>
        <translation>收不到扫码</translation>
    </message>
    <message>
        <source>Another window is in front and takes what the scanner types. Click here.</source>
        <translation>其他窗口在前面，扫码内容进入了该窗口。请点击本窗口。</translation>
    </message>
    <message>
        <source>{printer}: {trouble}. Badges wait and none is lost.</source>
        <extracomment>What the printer is said to be leads to the page where it is said why.</extracomment>
        <translation>{printer}：{trouble}。证件任务保留，不会丢失。</translation>
    </message>
    <message>
        <source>Printer paused</source>
        <translation>打印机暂停</translation>
    </message>
    <message>
        <source>No printer is set up: badges are saved as PDF files.</source>
        <translation>未设置打印机：证件存为 PDF 文件。</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>无打印机</translation>
    </message>
    <message>
        <source>Labels left at {printer}: about {count}. Have another roll at hand.</source>
        <translation>{printer} 约剩 {count} 张标签，请备好新的一卷。</translation>
    </message>
    <message>
        <source>Few labels</source>
        <translation>标签不多</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} 待打印</translation>
    </message>
    <message>
        <source>Printer ready</source>
        <translation>打印机就绪</translation>
    </message>
    <message>
        <source>This laptop only</source>
        <translation>仅本机</translation>
    </message>
    <message>
        <source>Another laptop’s clock is more than five minutes ahead. Compare the times and set the wrong one.</source>
        <translation>另一台电脑的时钟快了五分钟以上。请核对时间并校正。</translation>
    </message>
    <message>
        <source>Entries lost: {count}</source>
        <translation>丢失记录：{count}</translation>
    </message>
    <message>
        <source>{count} not understood</source>
        <translation>{count} 条无法识别</translation>
    </message>
    <message>
        <source>Entries of a newer version on another laptop are kept and passed on. Install that version here.</source>
        <translation>另一台电脑新版本的记录会保留并转发。请在本机安装该版本。</translation>
    </message>
    <message>
        <source>Clocks differ</source>
        <translation>时钟不一致</translation>
    </message>
    <message>
        <source>Everything is kept here. Nothing is exchanged with other laptops by itself.</source>
        <translation>一切都保存在本机，不会自动与其他电脑交换。</translation>
    </message>
    <message>
        <source>The forum is on other days: scans are counted as a rehearsal and the time has no say.</source>
        <translation>今天不是论坛日期：扫码按演练记录，不看时间。</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>This laptop recorded them and no longer holds them: people may be let in twice. F1 restores a backup; tell the event lead.</source>
        <translation>本机曾记录这些内容，现已不存：可能有人被重复放行。按 F1 可恢复备份；请告知活动负责人。</translation>
    </message>
    <message>
        <source>{count} kept out</source>
        <translation>{count} 条未计入</translation>
    </message>
    <message>
        <source>Refused, since nothing proves them genuine: {count}.</source>
        <translation>无法证明真实、已拒收：{count} 条。</translation>
    </message>
    <message>
        <source>Set aside, since they contradict earlier ones of the same laptop: {count}.</source>
        <translation>与同一电脑先前记录矛盾、已另存：{count} 条。</translation>
    </message>
    <message>
        <source>Waiting for those that go before them: {count}.</source>
        <translation>等待其前面的记录：{count} 条。</translation>
    </message>
    <message>
        <source>Of a newer version, to be installed here: {count}.</source>
        <translation>来自新版本、请在本机安装该版本：{count} 条。</translation>
    </message>
    <message>
        <source>Some entries of other laptops do not count here.</source>
        <translation>其他电脑的部分记录未计入本机。</translation>
    </message>
    <message>
        <source>Tell the event lead.</source>
        <translation>请告知活动负责人。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln badges waiting</source>
        <translation>
            <numerusform>%Ln 张证件待打印</numerusform>
        </translation>
    </message>
    <message>
        <source>Scanner adds signs</source>
        <translation>扫码枪多加字符</translation>
    </message>
    <message>
        <source>Signs within each code.</source>
        <translation>码内夹有字符。</translation>
    </message>
    <message>
        <source>Badges are read. Its handbook has codes to switch prefix and suffix off.</source>
        <translation>证件仍可识读。请扫说明书中取消前后缀的码。</translation>
    </message>
    <message>
        <source>A code came twice at once. Its handbook has a code to add Enter.</source>
        <translation>同一个码一次传来两遍。请扫说明书中加回车的码。</translation>
    </message>
    <message>
        <source>The keyboard writes full-width letters. Shift+Space ends that.</source>
        <translation>键盘处于全角状态。按 Shift+空格 切换。</translation>
    </message>
    <message>
        <source>“{before}” before each code.</source>
        <translation>码前有“{before}”。</translation>
    </message>
    <message>
        <source>“{after}” after each code.</source>
        <translation>码后有“{after}”。</translation>
    </message>
    <message>
        <source>{name}: {first}–{last} not received.</source>
        <extracomment>More gaps than these are counted with the rest, not named.</extracomment>
        <translation>{name}：未收到第 {first}–{last} 条。</translation>
    </message>
    <message>
        <source>This laptop’s clock and the hub’s differ by {seconds} s. Compare the times and set the wrong one.</source>
        <translation>这台电脑与中枢的时钟相差 {seconds} 秒。请核对时间，校正错的一台。</translation>
    </message>
    <message>
        <source>Others take part, but this laptop is the hub no more. Switch it on again, or carry a stick to and fro.</source>
        <translation>还有其他电脑参加，但本机已不再是中枢。请重新开启中枢，或用 U 盘来回传递。</translation>
    </message>
    <message>
        <source>No hub</source>
        <translation>无中枢</translation>
    </message>
    <message>
        <source>A coordinator has to let this laptop in at the hub. Scans are kept here until then.</source>
        <translation>须由协调员在中枢准许这台电脑加入。在此之前，扫码记录保存在本机。</translation>
    </message>
    <message>
        <source>Not let in yet</source>
        <translation>尚未获准加入</translation>
    </message>
    <message>
        <source>A coordinator shut this laptop out: what it records goes to no other. Ask the event lead.</source>
        <translation>协调员已将这台电脑排除：它的记录不会送往其他电脑。请联系活动负责人。</translation>
    </message>
    <message>
        <source>Shut out</source>
        <translation>已被排除</translation>
    </message>
    <message>
        <source>The hub does not answer. Everything is kept, and goes on as soon as it does.</source>
        <translation>中枢没有应答。一切都已保存，待其恢复即刻送出。</translation>
    </message>
    <message>
        <source>Last exchange {time}.</source>
        <translation>上次交换 {time}。</translation>
    </message>
    <message>
        <source>Hub not reached</source>
        <translation>连不上中枢</translation>
    </message>
    <message>
        <source>The other laptops meet on this one.</source>
        <translation>其他电脑通过本机互通。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln laptops heard in the last minute.</source>
        <translation>
            <numerusform>最近一分钟收到 %Ln 台电脑的消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>中枢</translation>
    </message>
    <message>
        <source>All shared</source>
        <translation>已全部同步</translation>
    </message>
    <message>
        <source>{count} only here</source>
        <translation>{count} 条仅在本机</translation>
    </message>
    <message>
        <source>Signed out: no operator any more</source>
        <translation>已退出：不再是操作员</translation>
    </message>
    <message>
        <source>Nobody signed in</source>
        <translation>无人登录</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are on a stick.</source>
        <translation>
            <numerusform>其中 %Ln 条已存到 U 盘。</numerusform>
        </translation>
    </message>
    <message>
        <source>Others take part, and no hub joins them: carry a stick to and fro.</source>
        <translation>还有其他电脑参加，但没有中枢相连：请用 U 盘来回传递。</translation>
    </message>
    <message>
        <source>By stick</source>
        <translation>靠 U 盘</translation>
    </message>
</context>
<context>
    <name>HeldButton</name>
    <message>
        <source>Hold it down until it is full.</source>
        <translation>按住，直到进度条满。</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>HubWords</name>
    <message>
        <source>Switch it on where the other laptops are to meet on this one.</source>
        <translation>若其他电脑要在本机会合，请打开。</translation>
    </message>
    <message>
        <source>It begins…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>稍后会自动重试。</translation>
    </message>
    <message>
        <source>This laptop is in no network: join it to the venue’s, or to a router or a cable of your own. The hub waits.</source>
        <translation>本机未接入任何网络：请接入会场网络，或使用自备的路由器或网线。中枢等候中。</translation>
    </message>
    <message>
        <source>The others reach it at {addresses}.</source>
        <translation>其他电脑可通过 {addresses} 连接。</translation>
    </message>
    <message>
        <source>Another program of this laptop is the hub.</source>
        <translation>本机上的另一个程序已是中枢。</translation>
    </message>
    <message>
        <source>Nobody has come through yet. If another laptop says that the hub does not answer, let port {port} through the firewall of this one.</source>
        <translation>尚无电脑连接上来。若其他电脑提示中枢没有应答，请在本机防火墙中放行端口 {port}。</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Invite another</source>
        <translation>再邀请一台</translation>
    </message>
    <message>
        <source>Invite a laptop</source>
        <translation>邀请电脑</translation>
    </message>
    <message>
        <source>Scan this with the laptop that joins</source>
        <translation>用要加入的电脑扫描此码</translation>
    </message>
    <message>
        <source>In its first run, under “Join the others”. It is good for one laptop.</source>
        <translation>在其首次运行时选择“加入其他电脑”。仅供一台电脑使用。</translation>
    </message>
    <message>
        <source>Or type this there, and compare the words:</source>
        <translation>或在那台电脑上输入以下代码，并核对词语：</translation>
    </message>
    <message>
        <source>Go on there only if it shows the same words.</source>
        <translation>仅当那台电脑显示相同的词时，才可继续。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Its ten minutes are over. Invite anew.</source>
        <translation>十分钟已过。请重新邀请。</translation>
    </message>
    <message>
        <source>Good for {time} more.</source>
        <translation>还可使用 {time}。</translation>
    </message>
    <message>
        <source>Scan this with the phone’s camera</source>
        <translation>请用手机相机扫描此码</translation>
    </message>
    <message>
        <source>In the same network; then open the link and press “Sign in”. The phone shows the buses and who is missing, and changes nothing. It is good for one phone.</source>
        <translation>手机须在同一网络；扫码后打开链接，按“登录”。手机只能查看车辆和缺席人员，不会改动任何内容。此码只供一部手机使用。</translation>
    </message>
    <message>
        <source>Or open {page} there, and type this:</source>
        <translation>或在手机上打开 {page} 并输入：</translation>
    </message>
    <message>
        <source>The phone warns of the page. Go on there only if the certificate it shows has this SHA-256 fingerprint.</source>
        <translation>手机会提示此页不安全。只有它显示的证书的 SHA-256 指纹与此相同，才可继续。</translation>
    </message>
    <message>
        <source>The hub does not answer. If it stays away, switch this on: the other laptops find this one by themselves.</source>
        <translation>中枢没有应答。若它一直不在，请在此开启：其他电脑会自行找到本机。</translation>
    </message>
    <message>
        <source>The hub does not answer. If it stays away, switch this on at a coordinator’s laptop: the others find that one by themselves. To this one they have to be invited.</source>
        <translation>中枢没有应答。若它一直不在，请在协调员的电脑上开启：其他电脑会自行找到它。若在本机开启，则须逐台邀请。</translation>
    </message>
</context>
<context>
    <name>ImportHead</name>
    <message>
        <source>People</source>
        <extracomment>In the order of the menu; the empty one finds it out. Letters that most of them take.</extracomment>
        <translation>人员</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>换一个文件…</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>{encoding}, as found</source>
        <translation>{encoding}（自动识别）</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>{list} - rows not taken</source>
        <translation>{list} - 未采用的行</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>Rows of the list</source>
        <translation>名单各行</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>Export %Ln rows not taken</source>
        <translation>
            <numerusform>导出未采用的 %Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %Ln people’s changes made here</source>
        <translation>
            <numerusform>用名单覆盖本机对 %Ln 人的修改</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>sheet {sheet}</source>
        <translation>工作表 {sheet}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged</source>
        <translation>
            <numerusform>%Ln 人无变化</numerusform>
        </translation>
    </message>
    <message>
        <source>new people</source>
        <translation>新人员</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>有变化</translation>
    </message>
    <message>
        <source>not on it, kept</source>
        <translation>不在名单，保留</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>need a look</source>
        <translation>需要查看</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>To look at {n}</source>
        <translation>需查看 {n}</translation>
    </message>
    <message>
        <source>Not taken {n}</source>
        <translation>未采用 {n}</translation>
    </message>
    <message>
        <source>Changed {n}</source>
        <translation>变化 {n}</translation>
    </message>
    <message>
        <source>New {n}</source>
        <translation>新 {n}</translation>
    </message>
    <message>
        <source>No row needs a look.</source>
        <translation>没有需要查看的行。</translation>
    </message>
    <message>
        <source>Every row can be taken.</source>
        <translation>所有行都能采用。</translation>
    </message>
    <message>
        <source>Nobody here would be changed.</source>
        <translation>没有人会被更改。</translation>
    </message>
    <message>
        <source>Nobody new is on this list.</source>
        <translation>名单上没有新人员。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people were added</source>
        <translation>
            <numerusform>新增 %Ln 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were changed</source>
        <translation>
            <numerusform>更改 %Ln 人</numerusform>
        </translation>
    </message>
    <message>
        <source>“Past lists” takes it back as a whole, until somebody whom it brought is checked in.</source>
        <translation>在它带来的人中有人签到之前，可在“已导入的名单”中整份撤回。</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>No column is known to hold names</source>
        <translation>没有找到姓名列</translation>
    </message>
    <message>
        <source>Say under Columns which one does. Nothing has been written yet.</source>
        <translation>请在“列”中指明哪一列是姓名。尚未写入任何内容。</translation>
    </message>
    <message>
        <source>Nothing has been written yet</source>
        <translation>尚未写入任何内容</translation>
    </message>
    <message>
        <source>This list changes nothing</source>
        <translation>这份名单没有带来变化</translation>
    </message>
    <message>
        <source>Everybody on it is here as it says.</source>
        <translation>名单上的人都已登记且内容一致。</translation>
    </message>
    <message>
        <source>Nobody is ever removed by a list.</source>
        <translation>名单绝不会删除任何人。</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more remarks</source>
        <translation>
            <numerusform>…… 另有 %Ln 条备注</numerusform>
        </translation>
    </message>
    <message>
        <source>{doing} {done} rows</source>
        <translation>{doing} {done} 行</translation>
    </message>
    <message>
        <source>{doing} {done} of {whole} rows</source>
        <translation>{doing} {done} / {whole} 行</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message numerus="yes">
        <source>Hold: import %Ln</source>
        <translation>
            <numerusform>按住：导入 %Ln 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln after all</source>
        <translation>
            <numerusform>仍采用这 %Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out all %Ln</source>
        <translation>
            <numerusform>%Ln 行全部不采用</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget the answer</source>
        <translation>撤销此回答</translation>
    </message>
    <message>
        <source>Hide rows</source>
        <translation>收起各行</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln rows</source>
        <translation>
            <numerusform>展开 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Hold: keep the answers</source>
        <translation>按住：保存回答</translation>
    </message>
    <message>
        <source>This list changes nobody</source>
        <translation>此名单不改变任何人</translation>
    </message>
    <message>
        <source>What you said of it can be kept for the next list with these headings.</source>
        <translation>您对它的回答可保存，供下次同样标题的名单使用。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <translation>
            <numerusform>取消 %Ln 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln let in again</source>
        <translation>
            <numerusform>恢复放行 %Ln 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln put on a bus</source>
        <translation>
            <numerusform>安排上车 %Ln 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide people</source>
        <translation>收起人员</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln people</source>
        <translation>
            <numerusform>展开 %Ln 人</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxPanel</name>
    <message>
        <source>Needs a person</source>
        <translation>需要人处理</translation>
    </message>
    <message>
        <source>Without a network…</source>
        <translation>没有网络时…</translation>
    </message>
</context>
<context>
    <name>InboxScreen</name>
    <message>
        <source>Here stands what laptops apart recorded that cannot all be true. Look at both claims, choose with a number key what is right, and settle it with Enter: that is a new entry, and nothing is deleted. Ctrl Z takes the last one back. Below the list entries go to other laptops and come from them on a stick, or with a laptop’s folder.</source>
        <translation>这里列出各电脑在断开期间记下、不可能同时为真的内容。看清双方记录，按数字键选出正确的一项，再按 Enter 处理：这是一条新记录，什么都不会删除。Ctrl Z 撤销上一项。列表下方可用 U 盘或另一台电脑的文件夹互换记录。</translation>
    </message>
</context>
<context>
    <name>InboxWords</name>
    <message>
        <source>Needs a person</source>
        <translation>需要人处理</translation>
    </message>
    <message>
        <source>Hold: settle for good</source>
        <translation>按住：永久处理</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Settled: {what}. Ctrl Z takes it back.</source>
        <translation>已处理：{what}。按 Ctrl Z 撤销。</translation>
    </message>
    <message>
        <source>Taken back: {what} is open again.</source>
        <translation>已撤销：{what} 重新待处理。</translation>
    </message>
    <message>
        <source>Settled last: {what}</source>
        <translation>最近处理：{what}</translation>
    </message>
    <message>
        <source>Settled in two ways by laptops apart: {answers}</source>
        <translation>两台电脑分别作了不同处理：{answers}</translation>
    </message>
    <message>
        <source>Being asked: {who}</source>
        <translation>询问中：{who}</translation>
    </message>
    <message>
        <source>It was settled, and that was taken back.</source>
        <translation>曾经处理，后又撤销。</translation>
    </message>
    <message>
        <source>The laptops were apart. Nothing was lost; not all of it can be true.</source>
        <translation>两台电脑当时互不相通。没有丢失任何记录，但不可能都是真的。</translation>
    </message>
    <message>
        <source>Nothing was lost; not all of it can be true.</source>
        <translation>没有丢失任何记录，但不可能都是真的。</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>read by the scanner</source>
        <translation>由扫码器读取</translation>
    </message>
    <message>
        <source>number typed</source>
        <translation>手工输入编号</translation>
    </message>
    <message>
        <source>found by name</source>
        <translation>按姓名查找</translation>
    </message>
    <message>
        <source>a person overrode what the door said</source>
        <translation>有人破例放行</translation>
    </message>
    <message>
        <source>{here} had heard from {there} up to {time}, as far as its entries show.</source>
        <translation>就其记录所示，{here} 当时已收到 {there} 截至 {time} 的记录。</translation>
    </message>
    <message>
        <source>Nothing shows that {here} had heard from {there} by then.</source>
        <translation>没有迹象表明 {here} 当时已收到 {there} 的记录。</translation>
    </message>
    <message>
        <source>on no list</source>
        <translation>不在任何名单上</translation>
    </message>
    <message>
        <source>Issue {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>Entry {number}</source>
        <translation>第 {number} 条</translation>
    </message>
    <message>
        <source>nobody else</source>
        <translation>不归别人</translation>
    </message>
    <message>
        <source>Badge replaced</source>
        <translation>证件已换发</translation>
    </message>
    <message>
        <source>Badge void</source>
        <translation>证件作废</translation>
    </message>
    <message>
        <source>void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>valid again</source>
        <translation>恢复有效</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>已交付</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>未打印</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>waiting for the printer</source>
        <translation>等待打印</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Your choice is a new entry. What the laptops recorded stays in the record.</source>
        <translation>你的选择是一条新记录，各电脑原来的记录都会保留。</translation>
    </message>
</context>
<context>
    <name>JoiningPanel</name>
    <message>
        <source>The scanner works wherever the cursor is: a scan goes on by itself. Without a scanner, type the short code.</source>
        <extracomment>Of an invitation, as much as shows that it is one: it is read by machines.</extracomment>
        <translation>无论光标在哪里，扫码都有效，扫后自动继续。没有扫码枪时，请输入短码。</translation>
    </message>
    <message>
        <source>Invitation or short code</source>
        <translation>邀请码或短码</translation>
    </message>
    <message>
        <source>Address of the hub, only if it is not found by itself</source>
        <translation>中枢的地址（仅在找不到时填写）</translation>
    </message>
    <message>
        <source>Does the hub’s screen show these words?</source>
        <translation>中枢的屏幕上显示的是这些词吗？</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>JoiningWords</name>
    <message>
        <source>Let the hub or another coordinator’s laptop show an invitation, and scan it.</source>
        <translation>请在中枢或另一台协调员的电脑上显示邀请码，然后扫描。</translation>
    </message>
    <message>
        <source>Join the others</source>
        <translation>加入其他电脑</translation>
    </message>
    <message>
        <source>Looking for the hub</source>
        <translation>正在寻找中枢</translation>
    </message>
    <message>
        <source>It vouches for itself by what the invitation says of it.</source>
        <translation>中枢须与邀请码所说的一致，才会被认可。</translation>
    </message>
    <message>
        <source>Compare the words</source>
        <translation>核对词语</translation>
    </message>
    <message>
        <source>Only the hub itself shows the same four words.</source>
        <translation>只有真正的中枢才会显示同样的四个词。</translation>
    </message>
    <message>
        <source>Waiting to be let in</source>
        <translation>等待准许加入</translation>
    </message>
    <message>
        <source>This laptop goes on by itself once it is done.</source>
        <translation>获准后，这台电脑会自动继续。</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>正在接收</translation>
    </message>
    <message>
        <source>It can be stopped, and goes on where it was, even after a power cut.</source>
        <translation>可以停止，之后从停下的地方继续；断电后也一样。</translation>
    </message>
    <message>
        <source>This laptop takes part</source>
        <translation>这台电脑已加入</translation>
    </message>
    <message>
        <source>All that the others know is here.</source>
        <translation>其他电脑的全部记录都已在本机。</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>等待中…</translation>
    </message>
    <message>
        <source>Receiving…</source>
        <translation>接收中…</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Look for the hub</source>
        <translation>寻找中枢</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Go on receiving</source>
        <translation>继续接收</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Tries again by itself</source>
        <translation>会自动重试</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停下</translation>
    </message>
    <message>
        <source>The scanner is listened to</source>
        <translation>可以扫码</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Look at the hub</source>
        <translation>请看中枢</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>At the address that was typed: {address}</source>
        <translation>输入的地址：{address}</translation>
    </message>
    <message>
        <source>At the addresses in the invitation: {addresses}</source>
        <translation>邀请码中的地址：{addresses}</translation>
    </message>
    <message>
        <source>Wherever this network says that a hub is</source>
        <translation>本网络所通告的中枢地址</translation>
    </message>
    <message>
        <source>Key {key}</source>
        <translation>密钥 {key}</translation>
    </message>
    <message>
        <source>A coordinator lets it in, at the hub or on any coordinator’s laptop, where it stands by this name and key.</source>
        <translation>请协调员在中枢或任一协调员的电脑上准许它加入；那里会列出这个名称和密钥。</translation>
    </message>
    <message>
        <source>Asking what there is…</source>
        <translation>正在询问有哪些记录…</translation>
    </message>
    <message>
        <source>{facts} of {whole} entries are here</source>
        <translation>本机已有 {facts} 条记录，共 {whole} 条</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln badges</source>
        <translation>
            <numerusform>%Ln 张证件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents</source>
        <translation>
            <numerusform>%Ln 份资料</numerusform>
        </translation>
    </message>
    <message>
        <source>Something went wrong; what came stays here.</source>
        <translation>出了差错；已收到的保留在本机。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>If the hub is on, join the laptops by cable, by a router of your own or by a hotspot: then this goes on.</source>
        <translation>如果中枢已开启，请用网线、自备路由器或热点把两台电脑连在一起，之后会自动继续。</translation>
    </message>
    <message>
        <source>Look whether the hub is on, in the same network, and let through its firewall; or type its address.</source>
        <translation>请检查中枢是否已开启、在同一网络内，且防火墙已放行；也可以输入它的地址。</translation>
    </message>
    <message>
        <source>This laptop asks again by itself.</source>
        <translation>这台电脑会自动再次询问。</translation>
    </message>
    <message>
        <source>Ask the event lead for another laptop, or why.</source>
        <translation>请向活动负责人询问原因，或换一台电脑。</translation>
    </message>
    <message>
        <source>This laptop’s clock is {time} behind the hub’s.</source>
        <translation>这台电脑的时钟比中枢慢 {time}。</translation>
    </message>
    <message>
        <source>This laptop’s clock is {time} ahead of the hub’s.</source>
        <translation>这台电脑的时钟比中枢快 {time}。</translation>
    </message>
    <message>
        <source>Set whichever is wrong before anybody is checked in.</source>
        <translation>请先校正错的一台，再开始签到。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours</source>
        <translation>
            <numerusform>%Ln 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation>
            <numerusform>%Ln 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {whole} entries of lists are made ready</source>
        <translation>名单记录已整理 {done} 条，共 {whole} 条</translation>
    </message>
    <message>
        <source>Let the application through the hub’s firewall; else join the laptops by cable, by a router of your own or by a hotspot: then this goes on.</source>
        <translation>请在中枢的防火墙中放行本应用；否则请用网线、自备路由器或热点把两台电脑连在一起，之后会自动继续。</translation>
    </message>
    <message>
        <source>Start the hub there: this laptop looks again by itself.</source>
        <translation>请在那台电脑上启动中枢，本机会自动再次寻找。</translation>
    </message>
    <message>
        <source>Came this time: {things}</source>
        <translation>本次收到：{things}</translation>
    </message>
</context>
<context>
    <name>KeptWords</name>
    <message>
        <source>Every laptop has the template {name} from now on.</source>
        <translation>从现在起，所有电脑都有模板 {name}。</translation>
    </message>
    <message>
        <source>All badges are drawn by the template {name} from now on.</source>
        <translation>从现在起，全部证件都用模板 {name}。</translation>
    </message>
    <message>
        <source>The forum has no template {name} of its own any more.</source>
        <translation>论坛不再有自己的模板 {name}。</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>Saved in {file}.</source>
        <translation>已保存到 {file}。</translation>
    </message>
    <message>
        <source>{file} is open.</source>
        <translation>已打开 {file}。</translation>
    </message>
    <message>
        <source>Badge templates</source>
        <translation>证件模板</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Choose a badge template</source>
        <translation>选择证件模板</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Save the badge template</source>
        <translation>保存证件模板</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Find a person</source>
        <extracomment>Keys that open a screen from anywhere. What a key does, in the order of F1; the third is the screen without which it does nothing.</extracomment>
        <translation>查找来宾</translation>
    </message>
    <message>
        <source>Register a walk-in</source>
        <translation>现场登记</translation>
    </message>
    <message>
        <source>Choose what to check</source>
        <translation>选择签到点</translation>
    </message>
    <message>
        <source>Bus door</source>
        <translation>车门</translation>
    </message>
    <message>
        <source>Badge desk</source>
        <translation>制证台</translation>
    </message>
    <message>
        <source>Undo the last scan</source>
        <translation>撤销上一次扫码</translation>
    </message>
    <message>
        <source>Answer the question</source>
        <translation>回答问题</translation>
    </message>
    <message>
        <source>Badge handed over</source>
        <translation>证件已交付</translation>
    </message>
    <message>
        <source>Scan people out, or in again</source>
        <translation>切换离场 / 入场扫描</translation>
    </message>
    <message>
        <source>Chinese or English</source>
        <translation>中文 / 英文</translation>
    </message>
    <message>
        <source>Sunlight</source>
        <translation>强光模式</translation>
    </message>
    <message>
        <source>Back to scanning</source>
        <translation>返回扫码</translation>
    </message>
    <message>
        <source>Larger or smaller text; Ctrl 0 as usual</source>
        <translation>放大或缩小文字；Ctrl 0 恢复</translation>
    </message>
    <message>
        <source>The record of the person in sight</source>
        <translation>当前人员的档案</translation>
    </message>
    <message>
        <source>Who acts: sign in, or lock</source>
        <translation>操作员：登录或锁定</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Amharic</source>
        <translation>阿姆哈拉语</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>阿拉伯语</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>孟加拉语</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>捷克语</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>丹麦语</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德语</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>希腊语</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>西班牙语</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>爱沙尼亚语</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>波斯语</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>芬兰语</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法语</translation>
    </message>
    <message>
        <source>Irish</source>
        <translation>爱尔兰语</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>希伯来语</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>印地语</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>匈牙利语</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>印尼语</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>冰岛语</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>意大利语</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日语</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>格鲁吉亚语</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>哈萨克语</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>高棉语</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韩语</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>老挝语</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>蒙古语</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>马来语</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>缅甸语</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>荷兰语</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>挪威语</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>波兰语</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>葡萄牙语</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>罗马尼亚语</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>俄语</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>瑞典语</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>斯瓦希里语</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>泰语</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>土耳其语</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>乌克兰语</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>乌尔都语</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>越南语</translation>
    </message>
    <message>
        <source>Yoruba</source>
        <translation>约鲁巴语</translation>
    </message>
    <message>
        <source>Mandarin</source>
        <translation>普通话</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Screens speak this language; it can be changed at any time.</source>
        <translation>界面使用这种语言，随时可以更改。</translation>
    </message>
    <message>
        <source>Go on in English</source>
        <translation>用中文继续</translation>
    </message>
</context>
<context>
    <name>Laptop</name>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Sunlight</source>
        <translation>强光</translation>
    </message>
    <message>
        <source>PDF files</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>System printer</source>
        <translation>系统打印机</translation>
    </message>
    <message>
        <source>Label printer</source>
        <translation>标签打印机</translation>
    </message>
    <message>
        <source>Network printer</source>
        <translation>网络打印机</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Name of this laptop</source>
        <translation>本机名称</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>会场</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Buttons at the bus door</source>
        <translation>车门屏幕的按钮</translation>
    </message>
    <message>
        <source>Printer of badges</source>
        <translation>证件打印机</translation>
    </message>
    <message>
        <source>Shorter, please: at most 200 characters.</source>
        <translation>请短一些：最多 200 个字符。</translation>
    </message>
    <message>
        <source>Choose a folder for the badges</source>
        <translation>选择存放证件的文件夹</translation>
    </message>
    <message>
        <source>Lock when nobody is here</source>
        <translation>无人操作时锁定</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Label printer at USB</source>
        <translation>USB 标签打印机</translation>
    </message>
    <message>
        <source>Label printer at a serial port</source>
        <translation>串口标签打印机</translation>
    </message>
    <message>
        <source>Label printer of this system</source>
        <translation>系统中的标签打印机</translation>
    </message>
    <message>
        <source>{dots} dpi</source>
        <translation>{dots} dpi</translation>
    </message>
    <message>
        <source>{size} mm</source>
        <translation>{size} 毫米</translation>
    </message>
    <message>
        <source>In the network</source>
        <extracomment>How a label printer is connected, and what is asked for of one that is.</extracomment>
        <translation>通过网络</translation>
    </message>
    <message>
        <source>Address in the network, such as 192.168.1.50</source>
        <translation>网络地址，例如 192.168.1.50</translation>
    </message>
    <message>
        <source>At USB</source>
        <translation>通过 USB</translation>
    </message>
    <message>
        <source>Vendor and product, such as 0a5f:0164</source>
        <translation>厂商和产品编号，例如 0a5f:0164</translation>
    </message>
    <message>
        <source>At a serial port</source>
        <translation>通过串口</translation>
    </message>
    <message>
        <source>Port, such as COM3 or COM3@115200</source>
        <translation>端口，例如 COM3 或 COM3@115200</translation>
    </message>
    <message>
        <source>By this system</source>
        <translation>通过系统</translation>
    </message>
    <message>
        <source>Name of the printer</source>
        <translation>打印机名称</translation>
    </message>
    <message>
        <source>ESC/POS</source>
        <translation>ESC/POS</translation>
    </message>
    <message>
        <source>ZPL (Zebra)</source>
        <translation>ZPL（Zebra）</translation>
    </message>
    <message>
        <source>TSPL (TSC)</source>
        <translation>TSPL（TSC）</translation>
    </message>
    <message>
        <source>Brother QL</source>
        <translation>Brother QL</translation>
    </message>
    <message>
        <source>Brother QL-1000</source>
        <translation>Brother QL-1000</translation>
    </message>
    <message>
        <source>drawn by {template}</source>
        <translation>按 {template} 绘制</translation>
    </message>
</context>
<context>
    <name>LaptopCard</name>
    <message>
        <source>This laptop</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Name, as others call it</source>
        <translation>名称（大家怎么称呼它）</translation>
    </message>
</context>
<context>
    <name>LaptopsCard</name>
    <message>
        <source>Laptops</source>
        <translation>电脑</translation>
    </message>
    <message>
        <source>Who takes part, when each was heard last, and what has not come yet.</source>
        <translation>有哪些电脑参加、各自最后一次联系的时间，以及尚未收到的内容。</translation>
    </message>
    <message>
        <source>All laptops</source>
        <translation>所有电脑</translation>
    </message>
</context>
<context>
    <name>LaptopsPanel</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Each is complete in itself; where they meet, they become one.</source>
        <translation>每台电脑各自完整；一旦相连，内容便合而为一。</translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation>电脑</translation>
    </message>
</context>
<context>
    <name>LaptopsScreen</name>
    <message>
        <source>Every laptop that takes part stands here: when it was heard last, what of it has come and what has not, and whether its clock is right. This one comes first. Up and Down look at another. A coordinator’s laptop lets others in, says what they are called and may do, and shuts out one that was stolen.</source>
        <extracomment>Ticks between two looks at how the laptops stand.</extracomment>
        <translation>这里列出所有参加的电脑：最后一次联系的时间、已收到和尚未收到的内容，以及时钟是否准确。本机排在最前。用上下键查看其他电脑。协调员的电脑可准许其他电脑加入、为其命名并指定职责，也可排除被盗的电脑。</translation>
    </message>
</context>
<context>
    <name>LaptopsWords</name>
    <message>
        <source>Laptops</source>
        <translation>电脑</translation>
    </message>
    <message>
        <source>Taking part</source>
        <translation>参加的电脑</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>协调员</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>签到台</translation>
    </message>
    <message>
        <source>Waits to be let in</source>
        <translation>等待准许加入</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>已退出</translation>
    </message>
    <message>
        <source>Shut out</source>
        <translation>已被排除</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>已联系上</translation>
    </message>
    <message>
        <source>Not heard lately</source>
        <translation>近来未联系上</translation>
    </message>
    <message>
        <source>It has shown an invitation. Until a coordinator lets it in, it is told nothing.</source>
        <translation>它已出示邀请。在协调员准许之前，它收不到任何内容。</translation>
    </message>
    <message>
        <source>It takes part no more; what it recorded stays.</source>
        <translation>它不再参加；它记录的内容保留。</translation>
    </message>
    <message>
        <source>Nothing it writes counts any more, and no laptop tells it anything.</source>
        <translation>它写下的内容不再算数，其他电脑也不再向它发送任何内容。</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What it may do</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>Why it is shut out, such as “stolen”</source>
        <translation>排除的原因，例如“被盗”</translation>
    </message>
    <message>
        <source>A number from 1 to 65535.</source>
        <translation>1 到 65535 之间的数字。</translation>
    </message>
    <message>
        <source>Hold: let {name} in</source>
        <translation>按住：准许 {name} 加入</translation>
    </message>
    <message>
        <source>Hold: so it is, for {name}</source>
        <translation>按住：更改 {name}</translation>
    </message>
    <message>
        <source>Hold: refuse it</source>
        <translation>按住：拒绝</translation>
    </message>
    <message>
        <source>Hold: shut {name} out</source>
        <translation>按住：排除 {name}</translation>
    </message>
    <message>
        <source>Hold: leave the others</source>
        <translation>按住：退出</translation>
    </message>
    <message>
        <source>After leaving, only a new invitation and a coordinator bring this laptop back.</source>
        <translation>退出后，须有新的邀请并经协调员准许，这台电脑才能重新加入。</translation>
    </message>
    <message>
        <source>Shut out is for good: what it writes from now on counts nowhere.</source>
        <translation>排除后不可恢复：它此后写下的内容一概不算数。</translation>
    </message>
    <message>
        <source>Whoever is let in is told everything. A refusal is for good.</source>
        <translation>准许加入的电脑会收到全部内容。拒绝后不可恢复。</translation>
    </message>
    <message>
        <source>{name} was let in.</source>
        <translation>已准许 {name} 加入。</translation>
    </message>
    <message>
        <source>{name} was changed.</source>
        <translation>已更改 {name}。</translation>
    </message>
    <message>
        <source>{name} was refused.</source>
        <translation>已拒绝 {name}。</translation>
    </message>
    <message>
        <source>{name} was shut out. What it writes from now on is kept as evidence.</source>
        <translation>已排除 {name}。它此后写下的内容仅作为证据保存。</translation>
    </message>
    <message>
        <source>This laptop leaves as soon as the hub has heard it.</source>
        <translation>中枢得知后，这台电脑即告退出。</translation>
    </message>
    <message>
        <source>Let it in only where its own screen shows these words.</source>
        <translation>仅当那台电脑的屏幕上显示这些词时，才可准许加入。</translation>
    </message>
    <message>
        <source>This laptop is the hub</source>
        <translation>本机作为中枢</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Sign in a phone</source>
        <translation>登录手机</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>It sees the buses and who is missing, and changes nothing.</source>
        <translation>可查看车辆和缺席人员，不能更改任何内容。</translation>
    </message>
    <message>
        <source>Signed out, only a new code brings it back.</source>
        <translation>退出后，只有新的代码才能让它重新登录。</translation>
    </message>
    <message>
        <source>{phone} was signed out.</source>
        <translation>{phone}已退出。</translation>
    </message>
    <message>
        <source>Hold: sign it out</source>
        <translation>按住：让它退出</translation>
    </message>
</context>
<context>
    <name>List</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ListAnswer</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>保留原样</translation>
    </message>
    <message>
        <source>Leave empty</source>
        <translation>留空</translation>
    </message>
    <message>
        <source>Cancel them</source>
        <translation>取消他们</translation>
    </message>
    <message>
        <source>Split into one person each</source>
        <translation>拆分为每人一条</translation>
    </message>
    <message>
        <source>The same person</source>
        <translation>同一个人</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>另一个人</translation>
    </message>
    <message>
        <source>The same person, in every such row</source>
        <translation>这些行都是同一个人</translation>
    </message>
    <message>
        <source>Somebody else, in every such row</source>
        <translation>这些行都是另一个人</translation>
    </message>
</context>
<context>
    <name>ListField</name>
    <message>
        <source>Name</source>
        <extracomment>How people call them.</extracomment>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Latin name</source>
        <translation>拉丁字母姓名</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Honorific</source>
        <translation>称谓</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>代表团</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>Second route</source>
        <translation>第二志愿线路</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Accessible place</source>
        <translation>无障碍座位</translation>
    </message>
    <message>
        <source>Attention note</source>
        <translation>注意事项</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>接待人</translation>
    </message>
    <message>
        <source>Ticket code</source>
        <translation>票码</translation>
    </message>
    <message>
        <source>Badge number</source>
        <translation>证件编号</translation>
    </message>
    <message>
        <source>Registration number</source>
        <translation>报名号</translation>
    </message>
    <message>
        <source>Running number</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Document number (not kept)</source>
        <translation>身份证件号（不保存）</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>中间名</translation>
    </message>
    <message>
        <source>Particle of the family name</source>
        <translation>姓氏前缀</translation>
    </message>
    <message>
        <source>Suffix of the name</source>
        <translation>姓名后缀</translation>
    </message>
    <message>
        <source>Record id</source>
        <translation>记录编号</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>车辆</translation>
    </message>
</context>
<context>
    <name>ListNote</name>
    <message>
        <source>No name.</source>
        <extracomment>Remarks that only tell; every other asks for a look.</extracomment>
        <translation>没有姓名。</translation>
    </message>
    <message>
        <source>A heading that slipped into the rows.</source>
        <translation>混入数据行的标题。</translation>
    </message>
    <message>
        <source>A heading over the rows that follow: “{text}”.</source>
        <translation>下面各行的小标题：“{text}”。</translation>
    </message>
    <message>
        <source>Its name belongs to a row above: the cells are merged.</source>
        <translation>姓名属于上面的行：单元格已合并。</translation>
    </message>
    <message>
        <source>It holds bytes that are no letters in the encoding of this file.</source>
        <translation>含有不属于该文件编码的字节。</translation>
    </message>
    <message>
        <source>Its quotation marks do not close, so its columns cannot be told apart.</source>
        <translation>引号没有闭合，无法分列。</translation>
    </message>
    <message>
        <source>The name is a formula without a result.</source>
        <translation>姓名是没有结果的公式。</translation>
    </message>
    <message>
        <source>The name is an error of the spreadsheet.</source>
        <translation>姓名是电子表格的错误值。</translation>
    </message>
    <message>
        <source>The name has {length} characters; at most {most} can be a name.</source>
        <translation>姓名有 {length} 个字符；姓名最多 {most} 个。</translation>
    </message>
    <message>
        <source>The name holds private-use characters ({characters}) that no font can be trusted to show.</source>
        <translation>姓名含有私用区字符（{characters}），没有字体能可靠显示。</translation>
    </message>
    <message>
        <source>The name holds damaged characters ({characters}).</source>
        <translation>姓名含有损坏的字符（{characters}）。</translation>
    </message>
    <message>
        <source>The spreadsheet has rounded the registration number {value}.</source>
        <translation>电子表格把报名号 {value} 四舍五入了。</translation>
    </message>
    <message>
        <source>Row {first} has the same registration number.</source>
        <translation>第 {first} 行有相同的报名号。</translation>
    </message>
    <message>
        <source>Row {first} says the same.</source>
        <translation>与第 {first} 行内容相同。</translation>
    </message>
    <message>
        <source>No name in another script: the Latin name is used.</source>
        <translation>没有其他文字的姓名：采用拉丁字母姓名。</translation>
    </message>
    <message>
        <source>The name was joined from its parts: {name}.</source>
        <translation>姓名由各部分合成：{name}。</translation>
    </message>
    <message>
        <source>Invisible characters were left out of {field}.</source>
        <translation>已去掉“{field}”中的不可见字符。</translation>
    </message>
    <message>
        <source>A line break in {field} became a space.</source>
        <translation>“{field}”中的换行已改为空格。</translation>
    </message>
    <message>
        <source>The phone number was read as one of {country}.</source>
        <translation>电话按 {country} 的号码识别。</translation>
    </message>
    <message>
        <source>No category given: taken as {category}.</source>
        <translation>未写类别：按“{category}”处理。</translation>
    </message>
    <message>
        <source>Category “{value}” is not one of this forum’s; {category} unless changed.</source>
        <translation>类别“{value}”不属于本论坛；如不更改则按“{category}”处理。</translation>
    </message>
    <message>
        <source>Route “{value}” is not one of this forum’s.</source>
        <translation>本论坛没有线路“{value}”。</translation>
    </message>
    <message>
        <source>Route “{value}”: one route each. Which of {choices}?</source>
        <translation>线路“{value}”：每人一条。选 {choices} 中哪一条？</translation>
    </message>
    <message>
        <source>First and second choice are one route.</source>
        <translation>第一和第二志愿是同一条线路。</translation>
    </message>
    <message>
        <source>Language “{value}” is not known here.</source>
        <translation>不认识语言“{value}”。</translation>
    </message>
    <message>
        <source>Phone “{value}” is no complete number; kept as it is.</source>
        <translation>电话“{value}”不完整；原样保留。</translation>
    </message>
    <message>
        <source>The spreadsheet has cut the phone number {value}; left out.</source>
        <translation>电子表格截断了电话 {value}；未采用。</translation>
    </message>
    <message>
        <source>“{value}” is no e-mail address; kept as it is.</source>
        <translation>“{value}”不是邮箱地址；原样保留。</translation>
    </message>
    <message>
        <source>“{value}” under accessible: taken as yes.</source>
        <translation>无障碍一栏写“{value}”：按“需要”处理。</translation>
    </message>
    <message>
        <source>“{value}” does not look like a person’s name.</source>
        <translation>“{value}”不像人名。</translation>
    </message>
    <message>
        <source>Same name and delegation as row {first}: one person or two?</source>
        <translation>与第 {first} 行姓名和代表团相同：是一个人还是两个人？</translation>
    </message>
    <message>
        <source>May be {holder}, who is here already and not on this list.</source>
        <translation>可能是已登记而不在此名单上的 {holder}。</translation>
    </message>
    <message>
        <source>Badge number {value} is {holder}’s already; another will be given.</source>
        <translation>证件编号 {value} 已属于 {holder}；将另给一个。</translation>
    </message>
    <message>
        <source>{field} has {length} characters; at most {most} are kept, so it was left out.</source>
        <translation>“{field}”有 {length} 个字符，最多保留 {most} 个，因此未采用。</translation>
    </message>
    <message>
        <source>{field} holds private-use characters ({characters}) and was left out.</source>
        <translation>“{field}”含有私用区字符（{characters}），未采用。</translation>
    </message>
    <message>
        <source>{field} holds damaged characters ({characters}).</source>
        <translation>“{field}”含有损坏的字符（{characters}）。</translation>
    </message>
    <message>
        <source>{field} is a formula without a result and was left out.</source>
        <translation>“{field}”是没有结果的公式，未采用。</translation>
    </message>
    <message>
        <source>{field} is an error of the spreadsheet and was left out.</source>
        <translation>“{field}”是电子表格的错误值，未采用。</translation>
    </message>
    <message>
        <source>The spreadsheet has rounded {field}, {value}; it was left out.</source>
        <translation>电子表格把“{field}”四舍五入为 {value}；未采用。</translation>
    </message>
    <message>
        <source>Cells beyond the last heading were left out: {value}.</source>
        <translation>最后一个标题之后的单元格未采用：{value}。</translation>
    </message>
    <message>
        <source>The badge fonts lack {characters} in {field}.</source>
        <translation>证件字体缺少“{field}”中的 {characters}。</translation>
    </message>
    <message>
        <source>Column {column}, “{heading}”, is not taken: nothing here is headed so.</source>
        <translation>第 {column} 列“{heading}”未采用：没有对应的内容。</translation>
    </message>
    <message>
        <source>Column {column}, “{heading}”, is not taken: another column is {field} already.</source>
        <translation>第 {column} 列“{heading}”未采用：已有另一列是“{field}”。</translation>
    </message>
    <message>
        <source>Column {column}, “{heading}”, numbers the rows and is not used to know people by.</source>
        <translation>第 {column} 列“{heading}”是行号，不用来识别人员。</translation>
    </message>
    <message>
        <source>Column {column}, “{heading}”, holds numbers of documents, which are not kept here.</source>
        <translation>第 {column} 列“{heading}”是身份证件号，这里不保存。</translation>
    </message>
    <message>
        <source>No column holds categories: new people are taken as {category}.</source>
        <translation>没有类别列：新人员按“{category}”处理。</translation>
    </message>
    <message>
        <source>The text was read as {encoding}, which is a guess: look at the names.</source>
        <translation>文字按 {encoding} 读取，这只是推测：请核对姓名。</translation>
    </message>
    <message>
        <source>Sheet “{sheet}” is read; not read: {others}.</source>
        <translation>读取了工作表“{sheet}”；未读取：{others}。</translation>
    </message>
    <message>
        <source>Headings over the rows that follow.</source>
        <translation>其下各行的标题。</translation>
    </message>
    <message>
        <source>The name has more characters than a name can have.</source>
        <translation>姓名字数超出一个姓名可有的长度。</translation>
    </message>
    <message>
        <source>The name holds private-use characters that no font can be trusted to show.</source>
        <translation>姓名含有私用区字符，没有字体能可靠显示。</translation>
    </message>
    <message>
        <source>The name holds damaged characters.</source>
        <translation>姓名含有损坏的字符。</translation>
    </message>
    <message>
        <source>The spreadsheet has rounded the registration number.</source>
        <translation>电子表格已将报名号取整。</translation>
    </message>
    <message>
        <source>A row above has the same registration number.</source>
        <translation>上面已有一行用同一报名号。</translation>
    </message>
    <message>
        <source>A row above says the same.</source>
        <translation>上面已有一行内容相同。</translation>
    </message>
    <message>
        <source>The name was joined from its parts.</source>
        <translation>姓名由各部分拼合而成。</translation>
    </message>
    <message>
        <source>What only holds the place of a name was left out.</source>
        <translation>只作占位、不是姓名的内容未采用。</translation>
    </message>
    <message>
        <source>A second {field} was left out.</source>
        <translation>第二个“{field}”未采用。</translation>
    </message>
    <message>
        <source>The name and its parts in other columns differ: which is right?</source>
        <translation>姓名与其他列的姓名部分不一致：哪个对？</translation>
    </message>
    <message>
        <source>Several routes in one cell: one route each.</source>
        <translation>一格中有多条线路：每人一条。</translation>
    </message>
    <message>
        <source>The phone number is not complete; kept as it is.</source>
        <translation>电话号码不完整；保留原样。</translation>
    </message>
    <message>
        <source>The spreadsheet has cut the phone number; left out.</source>
        <translation>电子表格截断了电话号码；未采用。</translation>
    </message>
    <message>
        <source>The e-mail address is none; kept as it is.</source>
        <translation>不是邮箱地址；保留原样。</translation>
    </message>
    <message>
        <source>The name does not look like a person’s.</source>
        <translation>看起来不像人名。</translation>
    </message>
    <message>
        <source>Same name and delegation as a row above: one person or two?</source>
        <translation>与上面某行姓名、代表团相同：是一人还是两人？</translation>
    </message>
    <message>
        <source>May be somebody who is here already and not on this list.</source>
        <translation>可能是已在系统中、但不在此名单上的人。</translation>
    </message>
    <message>
        <source>The code is somebody else’s already; left out.</source>
        <translation>此码已属于他人；未采用。</translation>
    </message>
    <message>
        <source>The badge number is somebody else’s already; another will be given.</source>
        <translation>证件号已属于他人；将另给一个。</translation>
    </message>
    <message>
        <source>{field} has more characters than are kept, so it was left out.</source>
        <translation>{field}超过可保留的字数，未采用。</translation>
    </message>
    <message>
        <source>{field} holds private-use characters and was left out.</source>
        <translation>{field}含有私用区字符，未采用。</translation>
    </message>
    <message>
        <source>{field} holds damaged characters.</source>
        <translation>{field}含有损坏的字符。</translation>
    </message>
    <message>
        <source>The spreadsheet has rounded {field}; it was left out.</source>
        <translation>电子表格已将{field}取整；未采用。</translation>
    </message>
    <message>
        <source>Cells beyond the last heading were left out.</source>
        <translation>最后一个标题之后的单元格未采用。</translation>
    </message>
    <message>
        <source>The badge fonts lack characters of {field}.</source>
        <translation>证件字体缺少{field}中的字符。</translation>
    </message>
    <message>
        <source>“{value}” only holds the place of a name: left out.</source>
        <translation>“{value}”只是占位，不是姓名，未采用。</translation>
    </message>
    <message>
        <source>{field} is also given as “{value}”: left out.</source>
        <translation>“{field}”另有“{value}”，未采用。</translation>
    </message>
    <message>
        <source>The name is “{name}”, its parts in other columns say “{parts}”: which is right?</source>
        <translation>姓名是“{name}”，其他列的姓名部分却是“{parts}”：哪个对？</translation>
    </message>
    <message>
        <source>Column {column}, “{heading}”, is taken for {field}: its cells say so.</source>
        <translation>第 {column} 列“{heading}”按内容认作“{field}”。</translation>
    </message>
    <message>
        <source>Column {column}, “{heading}”, is {field} as column {other} is: it is read where that one is empty.</source>
        <translation>第 {column} 列“{heading}”与第 {other} 列同为“{field}”：后者为空时才读取。</translation>
    </message>
    <message>
        <source>The name is {value}, a date: the spreadsheet has made it of a word.</source>
        <translation>姓名是日期 {value}：电子表格把文字变成了日期。</translation>
    </message>
    <message>
        <source>{field} is {value}, a date that the spreadsheet may have made of something like 3-1; left out.</source>
        <translation>{field}是日期 {value}，可能是电子表格由 3-1 之类的号码变成的；未采用。</translation>
    </message>
    <message>
        <source>The sheet shows {field} in another form than {value}, which was taken: is it right?</source>
        <translation>表格中{field}的显示形式与采用的 {value} 不同：对吗？</translation>
    </message>
    <message>
        <source>{field}, “{value}”, is struck through in the sheet; taken.</source>
        <translation>{field}“{value}”在表格中被划去；已采用。</translation>
    </message>
    <message>
        <source>The name is struck through in the sheet: is this person coming?</source>
        <translation>姓名在表格中被划去：此人还来吗？</translation>
    </message>
    <message>
        <source>The sheet hides this row, by a filter or by hand: does it belong to the list?</source>
        <translation>表格隐藏了这一行（筛选或手动）：它属于名单吗？</translation>
    </message>
    <message>
        <source>Hidden in the workbook: sheet {sheets}.</source>
        <translation>工作簿中隐藏的工作表：{sheets}。</translation>
    </message>
    <message>
        <source>Column {column}, “{heading}”, is hidden in the sheet and was taken as {field}: does it belong here?</source>
        <translation>第 {column} 列“{heading}”在表格中被隐藏，已作为{field}采用：它属于名单吗？</translation>
    </message>
    <message>
        <source>The name is a date: the spreadsheet has made it of a word.</source>
        <translation>姓名是日期：电子表格把文字变成了日期。</translation>
    </message>
    <message>
        <source>{field} is a date that the spreadsheet may have made of something like 3-1; left out.</source>
        <translation>{field}是日期，可能是电子表格由 3-1 之类的号码变成的；未采用。</translation>
    </message>
    <message>
        <source>The sheet shows {field} in another form than the plain number that was taken: is it right?</source>
        <translation>表格中{field}的显示形式与采用的数字不同：对吗？</translation>
    </message>
    <message>
        <source>{field} is struck through in the sheet; taken.</source>
        <translation>{field}在表格中被划去；已采用。</translation>
    </message>
    <message>
        <source>Column {column}, “{heading}”, is taken as {field}, as in the last list with these headings.</source>
        <translation>第 {column} 列“{heading}”作为{field}，与上次同样标题的名单一致。</translation>
    </message>
    <message>
        <source>Column {column}, “{heading}”, is not taken, as in the last list with these headings.</source>
        <translation>第 {column} 列“{heading}”不采用，与上次同样标题的名单一致。</translation>
    </message>
    <message>
        <source>“{text}” keeps a place for somebody who is not named.</source>
        <translation>“{text}”只是给尚未确定的人占位。</translation>
    </message>
    <message>
        <source>“{text}” counts the other rows.</source>
        <translation>“{text}”是对其他行的合计。</translation>
    </message>
    <message>
        <source>“{text}” is a line about the list.</source>
        <translation>“{text}”是关于名单本身的一行。</translation>
    </message>
    <message>
        <source>Only a name, where the rows around say more: a person, or a heading?</source>
        <translation>只有姓名，而周围的行内容更多：是人，还是标题？</translation>
    </message>
    <message>
        <source>“{value}” may be several people: taken as one, with one badge.</source>
        <translation>“{value}”可能是几个人：按一人采用，只有一张证件。</translation>
    </message>
    <message>
        <source>A place kept for somebody who is not named.</source>
        <translation>给尚未确定的人占位。</translation>
    </message>
    <message>
        <source>It counts the other rows.</source>
        <translation>对其他行的合计。</translation>
    </message>
    <message>
        <source>A line about the list.</source>
        <translation>关于名单本身的一行。</translation>
    </message>
    <message>
        <source>The cell may name several people: taken as one, with one badge.</source>
        <translation>单元格里可能有几个人：按一人采用，只有一张证件。</translation>
    </message>
    <message>
        <source>Category “{value}” is not one of this forum’s.</source>
        <extracomment>Once a group is answered: what would have been done without an answer is no longer said.</extracomment>
        <translation>类别“{value}”不属于本论坛。</translation>
    </message>
    <message>
        <source>Route “{value}”: one route each.</source>
        <translation>线路“{value}”：每人一条。</translation>
    </message>
    <message>
        <source>The phone number is not complete.</source>
        <translation>电话号码不完整。</translation>
    </message>
    <message>
        <source>The e-mail address is none.</source>
        <translation>不是邮箱地址。</translation>
    </message>
    <message>
        <source>“{value}” under accessible is neither yes nor no.</source>
        <translation>无障碍一栏的“{value}”既非是也非否。</translation>
    </message>
    <message>
        <source>The sheet hides this row, which does not belong to the list.</source>
        <translation>表格隐藏了这一行，它不属于名单。</translation>
    </message>
    <message>
        <source>The name is struck through in the sheet: not coming.</source>
        <translation>姓名在表格中被划去：不来。</translation>
    </message>
    <message>
        <source>{field} “{value}” was encoded twice, and was “{mended}” before: shall it be taken so?</source>
        <translation>{field}“{value}”被重复编码，原为“{mended}”：按原文采用吗？</translation>
    </message>
    <message>
        <source>{field} “{value}” was encoded twice, and a part of it is lost: what was it?</source>
        <translation>{field}“{value}”被重复编码，部分内容已丢失：原文是什么？</translation>
    </message>
    <message>
        <source>{field} was encoded twice: shall what it was before be taken?</source>
        <translation>{field}被重复编码：按原文采用吗？</translation>
    </message>
    <message>
        <source>{field} was encoded twice, and a part of it is lost.</source>
        <translation>{field}被重复编码，部分内容已丢失。</translation>
    </message>
    <message>
        <source>An XLS workbook does not tell how it shows numbers, nor what it hides: 00042 may be 42. XLSX tells both.</source>
        <translation>XLS 工作簿不说明数字如何显示、隐藏了什么：00042 可能读作 42。请另存为 XLSX。</translation>
    </message>
    <message>
        <source>Status “{value}”: does not come, and is not let in.</source>
        <translation>状态“{value}”：不来，不放行。</translation>
    </message>
    <message>
        <source>Status “{value}”: does the person come? Yes unless changed.</source>
        <translation>状态“{value}”：此人来吗？不改则按“来”。</translation>
    </message>
    <message>
        <source>There is no bus “{value}”: nobody is put on its list.</source>
        <translation>没有车辆“{value}”：未把任何人列入。</translation>
    </message>
    <message>
        <source>Cancelled: does not come, and is not let in.</source>
        <translation>已取消：不来，不放行。</translation>
    </message>
    <message>
        <source>There is no such bus: nobody is put on its list.</source>
        <translation>没有这辆车：未把任何人列入。</translation>
    </message>
    <message>
        <source>Revoked by a person (“{value}”): stays so, whatever a list says.</source>
        <translation>已由工作人员作废（“{value}”）：无论名单怎么写，均保持作废。</translation>
    </message>
    <message>
        <source>Cancelled by an earlier list (“{value}”), confirmed again by this one: let in unless changed.</source>
        <translation>先前的名单已取消（“{value}”），本名单再次确认：如不更改则放行。</translation>
    </message>
    <message>
        <source>Cancelled by an earlier list (“{value}”), on this one without a status: come after all? No unless changed.</source>
        <translation>先前的名单已取消（“{value}”），本名单列出但无状态：是否仍参加？如不更改则否。</translation>
    </message>
    <message>
        <source>Revoked by a person: stays so, whatever a list says.</source>
        <translation>已由工作人员作废：无论名单怎么写，均保持作废。</translation>
    </message>
    <message>
        <source>Cancelled by an earlier list, confirmed again by this one: let in unless changed.</source>
        <translation>先前的名单已取消，本名单再次确认：如不更改则放行。</translation>
    </message>
    <message>
        <source>Cancelled by an earlier list, on this one without a status: come after all? No unless changed.</source>
        <translation>先前的名单已取消，本名单列出但无状态：是否仍参加？如不更改则否。</translation>
    </message>
    <message>
        <source>Cancelled by an earlier list, confirmed again by this one: to be let in?</source>
        <translation>先前的名单已取消，本名单再次确认：是否放行？</translation>
    </message>
    <message>
        <source>Cancelled by an earlier list, on this one without a status: come after all?</source>
        <translation>先前的名单已取消，本名单列出但无状态：是否仍参加？</translation>
    </message>
    <message>
        <source>On an earlier version of this list, and not on this one: kept, and let in, unless changed.</source>
        <translation>在此名单的先前版本上，但不在本名单上：如不更改则保留并放行。</translation>
    </message>
    <message>
        <source>On an earlier version of this list, and not on this one.</source>
        <translation>在此名单的先前版本上，但不在本名单上。</translation>
    </message>
    <message>
        <source>“{value}” names {count} people: taken as one, with one badge, unless they are split.</source>
        <translation>“{value}”写了 {count} 个人：如不拆分则按一人处理，只有一个证件。</translation>
    </message>
    <message>
        <source>“{value}” names {count} people.</source>
        <translation>“{value}”写了 {count} 个人。</translation>
    </message>
    <message>
        <source>The code “{value}” is {holder}’s already; left out.</source>
        <translation>此码“{value}”已属于 {holder}；未采用。</translation>
    </message>
    <message>
        <source>Bus “{value}” is left out: this record was merged, and the other one’s row says where they ride.</source>
        <translation>车辆“{value}”未采用：此记录已合并，乘车以另一条记录所在的行为准。</translation>
    </message>
    <message>
        <source>The bus is left out: the record was merged, and the other one’s row says where they ride.</source>
        <translation>车辆未采用：记录已合并，乘车以另一条记录所在的行为准。</translation>
    </message>
    <message>
        <source>The same person as row {first}, as you said: one badge.</source>
        <translation>按您所说，与第 {first} 行是同一个人：只有一张证件。</translation>
    </message>
    <message>
        <source>The same person as a row above, as you said: one badge.</source>
        <translation>按您所说，与上面某行是同一个人：只有一张证件。</translation>
    </message>
    <message>
        <source>Same name and delegation as a row above.</source>
        <translation>与上面某行姓名和代表团相同。</translation>
    </message>
    <message>
        <source>“{value}” under {field} says that there is nothing: left out.</source>
        <translation>{field}栏的“{value}”表示没有内容：未采用。</translation>
    </message>
    <message>
        <source>“{value}” stands beside the name or in the note: do they come? Taken as coming unless changed.</source>
        <translation>姓名旁或备注中写着“{value}”：此人是否参加？如不更改，视为参加。</translation>
    </message>
    <message>
        <source>The row names “{value}” as well: another person? Left out.</source>
        <translation>该行还写有“{value}”：是另一个人吗？未采用。</translation>
    </message>
    <message>
        <source>“{value}” under {field} means what a row above has: left out; which is it?</source>
        <translation>{field}栏的“{value}”指与上一行相同：未采用；应为何值？</translation>
    </message>
    <message>
        <source>{field} says that there is nothing: left out.</source>
        <translation>{field}表示没有内容：未采用。</translation>
    </message>
    <message>
        <source>The row names somebody else as well: another person? Left out.</source>
        <translation>该行还写有另一姓名：是另一个人吗？未采用。</translation>
    </message>
    <message>
        <source>{field} means what a row above has: left out; which is it?</source>
        <translation>{field}指与上一行相同：未采用；应为何值？</translation>
    </message>
    <message>
        <source>“{value}” stands beside the name or in the note: do they come?</source>
        <translation>姓名旁或备注中写着“{value}”：此人是否参加？</translation>
    </message>
    <message>
        <source>Number {number} is {holder}’s here: another person? Their record is changed unless the row is left out.</source>
        <translation>编号 {number} 在此属于{holder}：是另一个人吗？如不排除该行，将修改其档案。</translation>
    </message>
    <message>
        <source>The number is somebody’s here who is called otherwise: another person? Their record is changed unless the row is left out.</source>
        <translation>该编号在此属于姓名不同的人：是另一个人吗？如不排除该行，将修改其档案。</translation>
    </message>
</context>
<context>
    <name>LookCard</name>
    <message>
        <source>Screen and sound</source>
        <translation>屏幕与声音</translation>
    </message>
</context>
<context>
    <name>LooksForm</name>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>{side}, mm</source>
        <translation>{side}（毫米）</translation>
    </message>
    <message>
        <source>Texts, one under another</source>
        <translation>文字，自上而下</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>水平</translation>
    </message>
    <message>
        <source>Upright</source>
        <translation>垂直</translation>
    </message>
    <message>
        <source>One more text</source>
        <translation>再加一行文字</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>去掉这行</translation>
    </message>
    <message>
        <source>Sizes in points, the largest first</source>
        <translation>字号（磅），从大到小</translation>
    </message>
    <message>
        <source>White above it, mm</source>
        <translation>上方留白（毫米）</translation>
    </message>
    <message>
        <source>Thickness, mm</source>
        <translation>粗细（毫米）</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>选择图片…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Second colour</source>
        <translation>第二种颜色</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Choose the bus; its door opens then.</source>
        <translation>请先选择车辆，随后打开车门模式。</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>Making</name>
    <message>
        <source>Say which printer, or choose “No printer”.</source>
        <translation>请指明打印机，或选择“没有”。</translation>
    </message>
</context>
<context>
    <name>ManifestPanel</name>
    <message>
        <source>People of the bus</source>
        <extracomment>Pixels of height, at the usual size of text, from which a low screen has a line beside its count.</extracomment>
        <translation>本车人员</translation>
    </message>
    <message>
        <source>Buses</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>Add a bus</source>
        <translation>添加车辆</translation>
    </message>
</context>
<context>
    <name>ManifestScreen</name>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Bus {bus} {time}</source>
        <translation>{bus} 号车 {time}</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>Bus {bus} missing {time}</source>
        <translation>{bus} 号车 找人 {time}</translation>
    </message>
    <message>
        <source>Left and right choose a bus, up and down a person, Enter opens them. Who is aboard another bus is safe. Read the sentences aloud in the languages of the missing. “Count and leave” leads to the head count, by which the bus is released. The menus move the person chosen to another bus of the route and say what becomes of their ride, and take it back; “Plan the buses” adds, changes and fills buses. Papers are saved in the documents folder.</source>
        <extracomment>How often “minutes ago” is said anew.</extracomment>
        <translation>左右键选车，上下键选人，回车打开此人。在别的车上的人是安全的。用缺席者的语言大声读出这些句子。“清点与发车”进入人数清点，清点后方可放行。两个菜单可把所选的人改到同一线路的另一辆车，记录其乘车变动，也可撤销；“排车”用于添加、更改车辆和排座。文件保存在“文档”文件夹。</translation>
    </message>
</context>
<context>
    <name>ManifestSide</name>
    <message>
        <source>Read aloud</source>
        <extracomment>The ending of a file and its icon, in the order of the buttons.</extracomment>
        <translation>照着念</translation>
    </message>
    <message>
        <source>Save the manifest as</source>
        <translation>将名单存为</translation>
    </message>
    <message>
        <source>Stops and state</source>
        <translation>站点与状态</translation>
    </message>
    <message>
        <source>Plan the buses</source>
        <translation>排车</translation>
    </message>
    <message>
        <source>Swap the bus</source>
        <translation>换车</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>紧急情况</translation>
    </message>
    <message>
        <source>Who is looked for</source>
        <translation>正在找的人</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
</context>
<context>
    <name>ManifestWords</name>
    <message>
        <source>People come here when they are put on the bus, or board it.</source>
        <translation>人员被分到这辆车或扫码上车后，会显示在这里。</translation>
    </message>
    <message>
        <source>Aboard other buses and safe: {buses}.</source>
        <translation>其中有人在其他车上，平安：{buses}。</translation>
    </message>
    <message>
        <source>None of them was scanned on another bus.</source>
        <translation>其他车上也没有扫到。</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>改乘…</translation>
    </message>
    <message>
        <source>Bus {bus}, {free} free</source>
        <translation>车辆 {bus}，余 {free} 座</translation>
    </message>
    <message>
        <source>Off every bus</source>
        <translation>不乘任何车</translation>
    </message>
    <message>
        <source>{name} is on no bus now.</source>
        <translation>{name} 现在不在任何车上。</translation>
    </message>
    <message>
        <source>{name} is on bus {bus} now.</source>
        <translation>{name} 现在在车辆 {bus} 的名单上。</translation>
    </message>
    <message>
        <source>Buses are put on the routes, and people on the buses.</source>
        <extracomment>States of a bus in which nobody counts it.</extracomment>
        <translation>先把车辆排到线路上，再把人排到车上。</translation>
    </message>
    <message>
        <source>Liaison: {name}.</source>
        <translation>联络人：{name}。</translation>
    </message>
    <message>
        <source>With: {names}.</source>
        <translation>同行：{names}。</translation>
    </message>
    <message>
        <source>Copied, to be pasted into a message: {n} looked for.</source>
        <translation>已复制，可粘贴到消息中：要找 {n} 人。</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Ride: {state}…</source>
        <translation>乘车：{state}…</translation>
    </message>
    <message>
        <source>No-show: sure?</source>
        <translation>记为未到：确定吗？</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>由谁提出</translation>
    </message>
    <message>
        <source>Belongings left aboard?</source>
        <translation>车上有遗留物品吗？</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>原因？</translation>
    </message>
    <message>
        <source>Something is left aboard</source>
        <translation>有物品留在车上</translation>
    </message>
    <message>
        <source>Nothing is left aboard</source>
        <translation>没有物品留在车上</translation>
    </message>
    <message>
        <source>By override of “{door}”: {why}</source>
        <translation>破例上车（提示“{door}”）：{why}</translation>
    </message>
    <message>
        <source>Take back: {said}</source>
        <translation>撤销：{said}</translation>
    </message>
    <message>
        <source>Taken back: {said}. {name} is aboard bus {bus}.</source>
        <translation>已撤回：{said}。{name} 在 {bus} 号车上。</translation>
    </message>
    <message>
        <source>Taken back: {said}. {name} has the seat on bus {seat}, and was seen aboard bus {bus}.</source>
        <translation>已撤回：{said}。{name} 的座位在 {seat} 号车，但已被看到在 {bus} 号车上。</translation>
    </message>
    <message>
        <source>Taken back: {said}. {name} has the seat on bus {seat}.</source>
        <translation>已撤回：{said}。{name} 的座位在 {seat} 号车。</translation>
    </message>
    <message>
        <source>Taken back: {said}. {name} has no seat.</source>
        <translation>已撤回：{said}。{name} 没有座位。</translation>
    </message>
</context>
<context>
    <name>NamePage</name>
    <message>
        <source>Passphrase, if you want one</source>
        <translation>口令（可不设）</translation>
    </message>
    <message>
        <source>The passphrase again</source>
        <translation>再输入一次口令</translation>
    </message>
    <message>
        <source>The passphrase is the way back to this laptop’s record when its user account is lost. It cannot be looked up: write it down and keep it away from the laptop.</source>
        <translation>用户账户丢失时，凭口令可以找回这台电脑的记录。口令无法查询：请写下来，与电脑分开保管。</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>The person chosen is shown here.</source>
        <translation>选中的人显示在这里。</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>A guest without details</source>
        <translation>没有资料的来宾</translation>
    </message>
    <message>
        <source>Nothing here was lost.</source>
        <translation>这里的内容都在。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries exist on this laptop alone.</source>
        <translation>
            <numerusform>有 %Ln 条记录只存在于这台电脑。</numerusform>
        </translation>
    </message>
    <message>
        <source>“Without a network…” saves them on a stick. Close once more to leave them here.</source>
        <translation>“没有网络时…”可将其存到 U 盘。再关一次则留在本机。</translation>
    </message>
    <message>
        <source>Nothing needs a person</source>
        <translation>没有需要处理的事项</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are on no other laptop.</source>
        <translation>
            <numerusform>有 %Ln 条记录其他电脑上都没有。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are on no stick either.</source>
        <translation>
            <numerusform>其中 %Ln 条也没有存到 U 盘。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperatorCard</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>PIN, or scan the staff badge</source>
        <translation>PIN 码，或扫描工作证</translation>
    </message>
    <message>
        <source>New PIN, 4 to 8 digits</source>
        <translation>新 PIN 码，4 至 8 位数字</translation>
    </message>
    <message>
        <source>Why they are no operator any more</source>
        <translation>为何不再是操作员</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
</context>
<context>
    <name>Operators</name>
    <message>
        <source>{name} has signed in.</source>
        <translation>{name}已登录。</translation>
    </message>
    <message>
        <source>nobody is named</source>
        <translation>未署名</translation>
    </message>
    <message>
        <source>{name}, {role}</source>
        <translation>{name}（{role}）</translation>
    </message>
    <message>
        <source>This forum has no operators: nobody is named.</source>
        <translation>本论坛不设操作员：所有记录均不署名。</translation>
    </message>
    <message>
        <source>sign in first</source>
        <translation>请先登录</translation>
    </message>
    <message>
        <source>Who may: {roles}.</source>
        <translation>有权限的角色：{roles}。</translation>
    </message>
    <message>
        <source>Nobody who is known had signed in there.</source>
        <extracomment>More of what does not count than anybody reads; the command has all of it.</extracomment>
        <translation>当时没有已知的操作员在该电脑上登录。</translation>
    </message>
    <message>
        <source>Whoever did it was no operator any more.</source>
        <translation>操作者当时已不是操作员。</translation>
    </message>
    <message>
        <source>Their role did not let them.</source>
        <translation>其角色无权这样做。</translation>
    </message>
    <message>
        <source>No second person who may approve it has done so.</source>
        <translation>没有有权批准的第二人予以批准。</translation>
    </message>
</context>
<context>
    <name>OperatorsPanel</name>
    <message>
        <source>Who acts</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>操作员</translation>
    </message>
</context>
<context>
    <name>OperatorsScreen</name>
    <message>
        <source>Whoever signs in is named in everything that is recorded here. A staff badge signs in wherever it is scanned, a PIN on this screen. Who may do what:</source>
        <translation>登录的人会署名于本机的所有记录。工作证在任何界面扫描即可登录，PIN 码在本界面输入。权限如下：</translation>
    </message>
    <message>
        <source>Choose a list of operators</source>
        <extracomment>After these a PIN comes next, as when the page is opened.</extracomment>
        <translation>选择操作员名单</translation>
    </message>
</context>
<context>
    <name>OperatorsWords</name>
    <message>
        <source>Operators</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Add an operator</source>
        <translation>添加操作员</translation>
    </message>
    <message>
        <source>What this role may do: {role}</source>
        <translation>此角色的权限：{role}</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>This forum has no operators: everybody may do everything, and nobody is named.</source>
        <translation>本论坛未设操作员：人人可做一切，记录不署名。</translation>
    </message>
    <message>
        <source>{name} acts on this laptop. Scan another staff badge to change hands.</source>
        <translation>{name}正在使用本机。扫描另一张工作证即可换人。</translation>
    </message>
    <message>
        <source>Nobody has signed in: scans are recorded and name nobody. Scan your staff badge, or use a PIN.</source>
        <translation>无人登录：扫码照常记录，但不署名。请扫描工作证，或使用 PIN 码。</translation>
    </message>
    <message>
        <source>Locked: scans go on, and name nobody.</source>
        <translation>已锁定：扫码照常进行，但不署名。</translation>
    </message>
    <message>
        <source>{name} has a new PIN.</source>
        <translation>{name}已有新的 PIN 码。</translation>
    </message>
    <message>
        <source>{name} signs in by this badge from now on.</source>
        <translation>今后{name}用这张证件登录。</translation>
    </message>
    <message>
        <source>{name} has another role from now on.</source>
        <translation>{name}的角色已更改。</translation>
    </message>
    <message>
        <source>{name} is an operator. A PIN or a staff badge lets them sign in.</source>
        <translation>{name}已是操作员。设置 PIN 码或登记工作证后即可登录。</translation>
    </message>
    <message>
        <source>{deed}: {roles}</source>
        <translation>{deed}：{roles}</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有角色</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No operator any more</source>
        <translation>不再是操作员</translation>
    </message>
    <message>
        <source>{role} · acts here</source>
        <translation>{role} · 正在使用本机</translation>
    </message>
    <message>
        <source>A name and a role</source>
        <translation>姓名和角色</translation>
    </message>
    <message>
        <source>It counts all the same: nobody waits for a role in an emergency.</source>
        <translation>仍然有效：紧急情况下不等权限。</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Acts here</source>
        <translation>正在使用本机</translation>
    </message>
    <message>
        <source>Revoked: {reason}</source>
        <translation>已撤销：{reason}</translation>
    </message>
    <message>
        <source>Signs in by staff badge or PIN.</source>
        <translation>用工作证或 PIN 码登录。</translation>
    </message>
    <message>
        <source>Signs in by staff badge.</source>
        <translation>用工作证登录。</translation>
    </message>
    <message>
        <source>Signs in by PIN.</source>
        <translation>用 PIN 码登录。</translation>
    </message>
    <message>
        <source>Cannot sign in yet: no PIN and no staff badge.</source>
        <translation>尚不能登录：没有 PIN 码，也没有工作证。</translation>
    </message>
    <message>
        <source>Scan the staff badge now.</source>
        <translation>请现在扫描工作证。</translation>
    </message>
    <message>
        <source>What a revoked operator does on a laptop that has not heard of it is listed and not applied.</source>
        <translation>操作员被撤销后，在尚未得知的电脑上所做的事会被列出，但不生效。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>设置 PIN</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>登记证件</translation>
    </message>
    <message>
        <source>Change role</source>
        <translation>更改角色</translation>
    </message>
    <message>
        <source>Name again</source>
        <translation>重新设为操作员</translation>
    </message>
    <message>
        <source>Hold: revoke</source>
        <translation>按住：撤销</translation>
    </message>
    <message>
        <source>{name} was revoked.</source>
        <translation>已撤销{name}。</translation>
    </message>
    <message>
        <source>{added} were added · {changed} were changed · {unchanged} stay as they are</source>
        <translation>新增 {added} 人 · 更改 {changed} 人 · 不变 {unchanged} 人</translation>
    </message>
    <message>
        <source>The same name on two laptops is one operator. A list has columns for name, role and badge number.</source>
        <translation>两台电脑上同名即为同一操作员。名单须有姓名、角色、证件号三列。</translation>
    </message>
    <message>
        <source>Take a list in…</source>
        <translation>导入名单…</translation>
    </message>
    <message>
        <source>What does not count</source>
        <translation>不生效的记录</translation>
    </message>
    <message>
        <source>Nothing was done by anybody who might not.</source>
        <translation>没有任何人做过无权做的事。</translation>
    </message>
    <message numerus="yes">
        <source>Kept on every laptop and applied on none: %Ln entries.</source>
        <translation>
            <numerusform>在每台电脑上都保留、都不生效：%Ln 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept, and not applied</source>
        <translation>保留，不生效</translation>
    </message>
</context>
<context>
    <name>OutgoingPanel</name>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Save a file</source>
        <translation>导出文件</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>OutgoingWords</name>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Every field, the badge number and codes: imported again, it changes nothing</source>
        <translation>全部字段、证件号和票码；再次导入不会改变任何内容</translation>
    </message>
    <message>
        <source>Everybody {time}</source>
        <translation>所有人 {time}</translation>
    </message>
    <message>
        <source>Attendance {occasion} {time}</source>
        <translation>到场名单 {occasion} {time}</translation>
    </message>
    <message>
        <source>{came} of {expected} came</source>
        <translation>应到 {expected}，已到 {came}</translation>
    </message>
    <message>
        <source>{aboard} aboard, {listed} listed</source>
        <translation>在车 {aboard}，名单 {listed}</translation>
    </message>
    <message>
        <source>Holds phone numbers and e-mail addresses</source>
        <translation>含电话号码和电子邮件地址</translation>
    </message>
    <message>
        <source>Who came, who has not, and when</source>
        <translation>谁已到、谁未到、何时到</translation>
    </message>
    <message>
        <source>The file goes to the documents folder.</source>
        <translation>文件保存在“文档”文件夹中。</translation>
    </message>
    <message>
        <source>Save as XLSX</source>
        <translation>保存为 XLSX</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>保存为 CSV</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>保存为 PDF</translation>
    </message>
    <message>
        <source>Codes {time}</source>
        <translation>二维码 {time}</translation>
    </message>
    <message>
        <source>Badges {time}</source>
        <translation>证件 {time}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln 人</numerusform>
        </translation>
    </message>
    <message>
        <source>A table of names, mail addresses and each person’s valid code</source>
        <translation>姓名、邮箱及每人有效二维码的表格</translation>
    </message>
    <message>
        <source>Codes for mailing out</source>
        <translation>用于邮寄的二维码</translation>
    </message>
    <message>
        <source>One PDF of everybody’s valid badge, for a print shop</source>
        <translation>所有人的有效证件合成一份 PDF，供印刷厂使用</translation>
    </message>
    <message>
        <source>All badges</source>
        <translation>全部证件</translation>
    </message>
    <message>
        <source>Keep it like a list of guests: whoever has a code can enter</source>
        <translation>请像宾客名单一样妥善保管：持码者即可入场</translation>
    </message>
    <message>
        <source>{people} · they count as issued</source>
        <translation>{people} · 视为已发出</translation>
    </message>
</context>
<context>
    <name>Overlays</name>
    <message>
        <source>{what}: {why}</source>
        <translation>{what}：{why}</translation>
    </message>
</context>
<context>
    <name>OverviewPanel</name>
    <message>
        <source>PDF and CSV</source>
        <extracomment>Text of this share of its usual size leaves no room for three cards beside one another in a narrow window, in percent.</extracomment>
        <translation>PDF 与 CSV</translation>
    </message>
</context>
<context>
    <name>OverviewScreen</name>
    <message>
        <source>How the forum stands: who has come against the plan, how many each desk lets pass, how the buses of each route are filled, how the laptops stand, and what needs a person. Every figure opens its list. The arrow keys go from one to the next, Enter opens it; “PDF and CSV” writes all of it into a folder.</source>
        <extracomment>How often the minutes are said anew, and asked who was heard of. Between two answers while facts go on coming: everybody&apos;s scans are counted for each.</extracomment>
        <translation>论坛的总体情况：到场人数与计划的对比、各签到台的放行速度、各线路车辆的乘坐情况、各电脑的状态，以及需要人处理的事项。点任一数字即可打开它的列表。用方向键在各项之间移动，按 Enter 打开；“PDF 与 CSV”把全部内容写入一个文件夹。</translation>
    </message>
    <message>
        <source>Overview {time}</source>
        <translation>总览 {time}</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入……</translation>
    </message>
</context>
<context>
    <name>OverviewWords</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <extracomment>Strokes of a planned curve. From one time of day beside a plot to the next. What a step of a scale may be, besides these ten times, a hundred times…</extracomment>
        <translation>
            <numerusform>另有 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>共 {count}</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>已到场</translation>
    </message>
    <message>
        <source>Aboard a bus</source>
        <translation>已上车</translation>
    </message>
    <message numerus="yes">
        <source>%Ln buses</source>
        <translation>
            <numerusform>%Ln 辆车</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the inbox</source>
        <translation>
            <numerusform>待处理 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Need a person</source>
        <translation>需要人处理</translation>
    </message>
    <message>
        <source>on {laptop}</source>
        <translation>在 {laptop}</translation>
    </message>
    <message numerus="yes">
        <source>on %Ln laptops</source>
        <translation>
            <numerusform>在 %Ln 台电脑上</numerusform>
        </translation>
    </message>
    <message>
        <source>no other laptop</source>
        <translation>没有其他电脑</translation>
    </message>
    <message>
        <source>On one laptop only</source>
        <translation>只在一台电脑上</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>doors open {time}</source>
        <translation>{time} 开门</translation>
    </message>
    <message>
        <source>{count} below plan</source>
        <translation>比计划少 {count}</translation>
    </message>
    <message>
        <source>{count} above plan</source>
        <translation>比计划多 {count}</translation>
    </message>
    <message>
        <source>as planned</source>
        <translation>与计划一致</translation>
    </message>
    <message>
        <source>{count} a minute</source>
        <translation>每分钟 {count}</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>还没有场次</translation>
    </message>
    <message>
        <source>{count} arrived</source>
        <translation>已到 {count}</translation>
    </message>
    <message>
        <source>Laptops know something differently</source>
        <translation>各电脑的记录不一致</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>需要人处理</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>签到台</translation>
    </message>
    <message>
        <source>scans a minute</source>
        <translation>每分钟扫码</translation>
    </message>
    <message>
        <source>Nobody was scanned today</source>
        <translation>今天还没有人扫码</translation>
    </message>
    <message>
        <source>Buses by route</source>
        <translation>各线路车辆</translation>
    </message>
    <message>
        <source>aboard / listed</source>
        <translation>已上车 / 名单</translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation>电脑</translation>
    </message>
    <message>
        <source>not heard yet</source>
        <translation>尚未联系上</translation>
    </message>
    <message>
        <source>this laptop</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Asks to join</source>
        <translation>等待准入</translation>
    </message>
    <message numerus="yes">
        <source>%Ln only here</source>
        <translation>
            <numerusform>仅此处有 %Ln 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>已共享</translation>
    </message>
</context>
<context>
    <name>PageForm</name>
    <message>
        <source>Name of the template</source>
        <translation>模板名称</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>English</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Aboard</source>
        <translation>已上车</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>证件号</translation>
    </message>
    <message>
        <source>Bay</source>
        <translation>车位</translation>
    </message>
    <message>
        <source>Charter sign</source>
        <translation>包车标志牌</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>校验码</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>领队</translation>
    </message>
    <message>
        <source>Delegates</source>
        <translation>代表</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>代表团</translation>
    </message>
    <message>
        <source>Departs</source>
        <translation>发车</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>司机</translation>
    </message>
    <message>
        <source>Driver&apos;s phone</source>
        <translation>司机电话</translation>
    </message>
    <message>
        <source>Got off</source>
        <translation>已下车</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>导游</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>名单人数</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>乘车名单</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺席</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Nobody is listed</source>
        <translation>名单为空</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>车牌</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>打印时间</translation>
    </message>
    <message>
        <source>Safe, aboard</source>
        <translation>安全，在车</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>座位</translation>
    </message>
    <message>
        <source>Souls aboard</source>
        <translation>车上总人数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Exchanged at</source>
        <translation>换车时间</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>未上车</translation>
    </message>
    <message>
        <source>Not on the list</source>
        <translation>名单外</translation>
    </message>
    <message>
        <source>By override</source>
        <translation>破例上车</translation>
    </message>
    <message>
        <source>manages on an ordinary seat</source>
        <translation>可坐普通座位</translation>
    </message>
    <message>
        <source>has changed the route, as agreed</source>
        <translation>经同意改走本线路</translation>
    </message>
    <message>
        <source>stays with their delegation</source>
        <translation>与本代表团同行</translation>
    </message>
    <message>
        <source>interprets for or looks after a guest aboard</source>
        <translation>为车上嘉宾翻译或陪护</translation>
    </message>
    <message>
        <source>another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>their own bus has left</source>
        <translation>本人的车已开走</translation>
    </message>
    <message>
        <source>asked for by security</source>
        <translation>安保要求</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Contradictory</source>
        <translation>相互矛盾</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Emergency list</source>
        <translation>紧急名单</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>待到</translation>
    </message>
    <message>
        <source>Found besides</source>
        <translation>另外找到</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>As it was when the emergency was called</source>
        <translation>发出紧急情况时的状态</translation>
    </message>
    <message>
        <source>Injured</source>
        <translation>受伤</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>译员</translation>
    </message>
    <message>
        <source>Medic</source>
        <translation>医护</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安保</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Route {route}</source>
        <translation>线路 {route}</translation>
    </message>
    <message>
        <source>aboard</source>
        <translation>已上车</translation>
    </message>
    <message>
        <source>got off</source>
        <translation>已下车</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺席</translation>
    </message>
    <message>
        <source>safe, aboard bus {bus}</source>
        <translation>安全，在 {bus} 号车上</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>未上车</translation>
    </message>
    <message>
        <source>aboard, not listed</source>
        <translation>已上车（不在名单）</translation>
    </message>
    <message>
        <source>Badge no.</source>
        <translation>证件编号</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Latin name</source>
        <translation>英文名</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Bus {bus} is about to leave, please come aboard.</source>
        <translation>{bus} 号车马上出发，请尽快上车。</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>attended</source>
        <translation>已到</translation>
    </message>
    <message>
        <source>has not come</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>attended, not expected</source>
        <translation>已到，不在应到之列</translation>
    </message>
    <message>
        <source>First scan</source>
        <translation>首次扫描</translation>
    </message>
    <message>
        <source>Last scan</source>
        <translation>最近扫描</translation>
    </message>
    <message>
        <source>Listed on bus</source>
        <translation>所在名单车辆</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Accounted for</source>
        <translation>已有说明</translation>
    </message>
    <message>
        <source>accounted for</source>
        <translation>已有说明</translation>
    </message>
    <message>
        <source>Companions</source>
        <translation>同行者</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最后出现</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>联络人</translation>
    </message>
    <message>
        <source>Not seen anywhere yet</source>
        <translation>尚未出现</translation>
    </message>
    <message>
        <source>Final list</source>
        <translation>正式名单</translation>
    </message>
    <message>
        <source>Working copy</source>
        <translation>工作副本</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>到场情况</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>已到</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>签到台</translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation>笔记本电脑</translation>
    </message>
    <message>
        <source>In 10 minutes</source>
        <translation>10 分钟内</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>All change to bus</source>
        <translation>全员换乘车辆</translation>
    </message>
    <message>
        <source>Broken down</source>
        <translation>车辆故障</translation>
    </message>
    <message>
        <source>Takes over from bus</source>
        <translation>接替车辆</translation>
    </message>
</context>
<context>
    <name>PaperForm</name>
    <message>
        <source>Fold</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Sheets to be cut</source>
        <translation>裁切用纸</translation>
    </message>
    <message>
        <source>Sheet’s width, mm</source>
        <translation>纸宽（毫米）</translation>
    </message>
    <message>
        <source>Sheet’s height, mm</source>
        <translation>纸高（毫米）</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Left margin, mm</source>
        <translation>左边距（毫米）</translation>
    </message>
    <message>
        <source>Top margin, mm</source>
        <translation>上边距（毫米）</translation>
    </message>
    <message>
        <source>Between columns, mm</source>
        <translation>列间距（毫米）</translation>
    </message>
    <message>
        <source>Between rows, mm</source>
        <translation>行间距（毫米）</translation>
    </message>
    <message>
        <source>As many as have room</source>
        <translation>尽量排满</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>{size} mm</source>
        <translation>{size} 毫米</translation>
    </message>
    <message>
        <source>Not folded</source>
        <translation>不折叠</translation>
    </message>
    <message>
        <source>Folded at the top edge</source>
        <translation>沿上边折叠</translation>
    </message>
    <message>
        <source>Folded at the left edge</source>
        <translation>沿左边折叠</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>{name}, lying</source>
        <translation>{name} 横向</translation>
    </message>
    <message>
        <source>{name}, upright</source>
        <translation>{name} 纵向</translation>
    </message>
    <message numerus="yes">
        <source>%Ln badges on a sheet</source>
        <translation>
            <numerusform>每张纸 %Ln 张证件</numerusform>
        </translation>
    </message>
    <message>
        <source>A length in mm</source>
        <translation>以毫米为单位的长度</translation>
    </message>
    <message>
        <source>A number from 1 to 50</source>
        <translation>1 至 50 的整数</translation>
    </message>
    <message>
        <source>The sheet has no room for a badge: take a larger one, or none.</source>
        <translation>纸张容不下一张证件：请选更大的纸张，或不用整张纸。</translation>
    </message>
    <message>
        <source>The sheet has no room for so many badges, or so far apart.</source>
        <translation>纸张容不下这么多证件，或间距过大。</translation>
    </message>
    <message>
        <source>A sheet is printed on one side: choose a fold for the back first, or no sheet.</source>
        <translation>整张纸只印一面：请先为背面选择折叠方式，或不用整张纸。</translation>
    </message>
    <message>
        <source>Drawn by this one</source>
        <translation>使用本模板</translation>
    </message>
    <message>
        <source>Drawn by {name}</source>
        <translation>使用 {name}</translation>
    </message>
    <message>
        <source>{dpi} dpi</source>
        <translation>{dpi} 点/英寸</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>Name, organisation, badge number or phone</source>
        <translation>姓名、单位、证件编号或电话</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Choose a list…</source>
        <translation>选择名单…</translation>
    </message>
    <message>
        <source>Past lists</source>
        <translation>已导入的名单</translation>
    </message>
    <message>
        <source>Badge desk</source>
        <translation>制证台</translation>
    </message>
    <message>
        <source>Check in by name</source>
        <translation>按姓名签到</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Name, organisation, no.</source>
        <translation>姓名、单位、编号</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>查找人员</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>档案</translation>
    </message>
    <message>
        <source>Save a file</source>
        <translation>导出文件</translation>
    </message>
</context>
<context>
    <name>PeopleScreen</name>
    <message>
        <source>Choose a delegate list</source>
        <translation>选择代表名单</translation>
    </message>
    <message>
        <source>Find anybody who is expected; arrows choose. “Choose a list” shows what a delegate list would change: what is said of its rows is said once for all of them, arrows choose and Enter or a number answers. Correct what its columns hold, and hold Ctrl Enter to take it in. Nothing is written before that, and nobody is ever removed by a list. “Past lists” takes a whole list back, until one of its people is checked in. “Save a file” writes everybody, their codes for mailing out, their badges for a print shop, and who came to a session or rode on a route. Scans count all the while.</source>
        <translation>查找任何应到的人；方向键选择。“选择名单”会显示一份名单将改变什么：对各行要说的，同类只说一次，方向键选择，Enter 或数字作答。更正各列的含义，按住 Ctrl Enter 导入。在此之前什么也不会写入，名单也从不删除任何人。“已导入的名单”可整份撤回，直到其中有人签到。“导出文件”写出所有人、用于邮寄的二维码、供印刷厂使用的证件，以及每个场次和线路的到场情况。其间扫码照常计入。</translation>
    </message>
</context>
<context>
    <name>PeopleWords</name>
    <message>
        <source>No delegates yet</source>
        <translation>还没有代表</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>没有符合的人</translation>
    </message>
    <message>
        <source>A delegate list in XLSX or CSV brings them in.</source>
        <translation>导入 XLSX 或 CSV 代表名单即可。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>找到 %Ln 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln 人</numerusform>
        </translation>
    </message>
    <message>
        <source>From</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>参观</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>座位</translation>
    </message>
    <message>
        <source>accessible place</source>
        <translation>无障碍座位</translation>
    </message>
    <message>
        <source>Invited by</source>
        <translation>邀请人</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>void</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>issue {number}, earlier ones are void</source>
        <translation>第 {number} 张，之前的已作废</translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>The badge bears</source>
        <translation>证件上印</translation>
    </message>
    <message>
        <source>The Latin name alone</source>
        <translation>仅印拉丁字母姓名</translation>
    </message>
    <message>
        <source>Both names, own script first</source>
        <translation>两种姓名，本国文字在前</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>The forum’s programme</source>
        <translation>论坛日程</translation>
    </message>
</context>
<context>
    <name>Phone</name>
    <message>
        <source>As of {time}</source>
        <translation>截至 {time}</translation>
    </message>
    <message>
        <source>The hub does not answer. What stands here is of {time}.</source>
        <translation>中枢没有应答。这里显示的是 {time} 的情况。</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>拨打</translation>
    </message>
    <message>
        <source>Code from the hub’s screen</source>
        <translation>中枢屏幕上的登录码</translation>
    </message>
    <message>
        <source>The code was read. Press the button.</source>
        <translation>登录码已读入，请按下面的按钮。</translation>
    </message>
    <message>
        <source>This code is not good, or not any more. Let the hub show a new one.</source>
        <translation>这个登录码无效或已失效。请让中枢显示一个新的。</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>签到点</translation>
    </message>
    <message>
        <source>{arrived} came of {expected}</source>
        <translation>已到 {arrived} / 应到 {expected}</translation>
    </message>
    <message>
        <source>Next {n}</source>
        <translation>后 {n} 人</translation>
    </message>
    <message>
        <source>There is nothing at this address.</source>
        <translation>这个地址没有内容。</translation>
    </message>
    <message>
        <source>The hub cannot read its record at the moment. Try again soon.</source>
        <translation>中枢暂时读不到记录，请稍后再试。</translation>
    </message>
    <message>
        <source>Phone {number}</source>
        <translation>{number} 号手机</translation>
    </message>
    <message>
        <source>This page shows, and changes nothing.</source>
        <translation>本页只供查看，不会改动任何内容。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign this phone in</source>
        <translation>登录这部手机</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>That was too often. Wait a minute.</source>
        <translation>操作太频繁，请等一分钟。</translation>
    </message>
    <message>
        <source>Did the phone warn of this page?</source>
        <translation>手机提示此页不安全？</translation>
    </message>
    <message>
        <source>It does so of every hub: no authority vouches for a laptop. Let the phone show the certificate, and compare its SHA-256 fingerprint with the one on the hub’s screen, at least the first and the last eight characters. Where they differ, close the page and tell the event lead.</source>
        <translation>每台中枢都会这样：没有机构为一台笔记本电脑担保。请让手机显示证书，把它的 SHA-256 指纹与中枢屏幕上的指纹核对，至少核对开头和结尾各八个字符。如果不同，请关闭此页并告诉活动负责人。</translation>
    </message>
</context>
<context>
    <name>Picked</name>
    <message>
        <source>By the clock, this laptop now checks: {session}. F6 chooses another.</source>
        <translation>按时间，本机改为签到：{session}。按 F6 可另选。</translation>
    </message>
</context>
<context>
    <name>PrinterCard</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Group, such as Desk</source>
        <translation>分组，例如“前台”</translation>
    </message>
    <message>
        <source>Why it is paused</source>
        <translation>暂停原因</translation>
    </message>
    <message>
        <source>Labels on the new roll</source>
        <translation>新卷上的标签数</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
</context>
<context>
    <name>PrinterForm</name>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Printer of this system</source>
        <translation>系统打印机</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>没有打印机</translation>
    </message>
    <message>
        <source>Folder for the PDF files</source>
        <translation>存放 PDF 文件的文件夹</translation>
    </message>
    <message>
        <source>This system knows no printer.</source>
        <translation>系统中没有打印机。</translation>
    </message>
    <message>
        <source>How the label printer is connected</source>
        <translation>标签打印机的连接方式</translation>
    </message>
    <message>
        <source>Language of the label printer</source>
        <translation>标签打印机的语言</translation>
    </message>
    <message>
        <source>Dots an inch of the label printer</source>
        <translation>标签打印机每英寸点数</translation>
    </message>
</context>
<context>
    <name>PrinterLook</name>
    <message>
        <source>Badge template</source>
        <translation>证件模板</translation>
    </message>
    <message>
        <source>Paper in mm</source>
        <translation>纸张（毫米）</translation>
    </message>
    <message>
        <source>62, or 80 × 60</source>
        <translation>62，或 80 × 60</translation>
    </message>
    <message>
        <source>Paper is a width such as 62, or width and height such as 80 × 60.</source>
        <translation>纸张请填宽度，例如 62；或宽度和高度，例如 80 × 60。</translation>
    </message>
</context>
<context>
    <name>PrintersCard</name>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>再添加一台</translation>
    </message>
    <message>
        <source>Test, template, pause, group</source>
        <translation>测试、模板、暂停、分组</translation>
    </message>
</context>
<context>
    <name>PrintersPanel</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
</context>
<context>
    <name>PrintersScreen</name>
    <message>
        <source>The printers of this laptop, and how each is. Printers of one group stand in for one another. A test label has rulers, grey steps, codes of several sizes and every script.</source>
        <translation>本机的打印机及各自的状态。同组的打印机可互相代替。测试标签上有标尺、灰阶、几种大小的二维码和各种文字。</translation>
    </message>
</context>
<context>
    <name>PrintersWords</name>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>One more printer</source>
        <translation>再添加一台打印机</translation>
    </message>
    <message>
        <source>Badges go to {name} from now on.</source>
        <translation>从现在起，证件送到 {name}。</translation>
    </message>
    <message>
        <source>{name} is set up as it stands here.</source>
        <translation>{name} 已按此处所示设置。</translation>
    </message>
    <message>
        <source>{name} is paused: badges wait for it.</source>
        <translation>{name} 已暂停：证件会等待。</translation>
    </message>
    <message>
        <source>{name} goes on: badges that waited are printed in their order.</source>
        <translation>{name} 继续打印：等待的证件按顺序打印。</translation>
    </message>
    <message>
        <source>The labels of {name} are counted from here on.</source>
        <translation>{name} 的标签从现在起计数。</translation>
    </message>
    <message>
        <source>{name} is used, and the badge desk says who said so.</source>
        <translation>{name} 将被使用，证件台会显示是谁同意的。</translation>
    </message>
    <message>
        <source>{name} is not used any more.</source>
        <translation>{name} 不再使用。</translation>
    </message>
    <message>
        <source>{name} was taken away.</source>
        <translation>{name} 已移除。</translation>
    </message>
    <message>
        <source>{name} was added. Print a test label before the first guest comes.</source>
        <translation>{name} 已添加。请在第一位嘉宾到来之前打印一张测试标签。</translation>
    </message>
    <message>
        <source>The test label of {name} came out.</source>
        <translation>{name} 的测试标签已打印出来。</translation>
    </message>
    <message>
        <source>The test label went to {name}, which does not say whether it came out.</source>
        <translation>测试标签已送到 {name}，但它不告知是否已打印出来。</translation>
    </message>
    <message>
        <source>Badges go to {name} where nobody says otherwise.</source>
        <translation>若无另行指定，证件送到 {name}。</translation>
    </message>
    <message>
        <source>{state} · badges go here</source>
        <translation>{state} · 证件送到这里</translation>
    </message>
    <message>
        <source>Found, or named by hand</source>
        <translation>找到的，或手动输入</translation>
    </message>
    <message>
        <source>This computer knows it</source>
        <translation>这台电脑已知</translation>
    </message>
    <message>
        <source>At {where}</source>
        <translation>位于 {where}</translation>
    </message>
    <message>
        <source>Looking for printers…</source>
        <translation>正在查找打印机…</translation>
    </message>
    <message>
        <source>No other printer was found. One in the network may keep silent: name it by its address.</source>
        <translation>没有找到其他打印机。网络中的打印机可能不作声：请输入其地址。</translation>
    </message>
    <message>
        <source>Choose one that was found, or say what it is and where.</source>
        <translation>请选择找到的打印机，或说明是哪一种、在哪里。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Being asked</source>
        <translation>正在询问</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>未就绪</translation>
    </message>
    <message>
        <source>Nothing is printed here yet: badges wait for a first printer.</source>
        <translation>这里还不能打印：证件等待第一台打印机。</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Badges wait, or go to another printer of its group.</source>
        <translation>证件会等待，或送到同组的另一台打印机。</translation>
    </message>
    <message numerus="yes">
        <source>About %Ln labels are left on its roll.</source>
        <translation>
            <numerusform>卷上大约还剩 %Ln 张标签。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only about %Ln labels are left: have another roll at hand.</source>
        <translation>
            <numerusform>大约只剩 %Ln 张标签：请准备好另一卷。</numerusform>
        </translation>
    </message>
    <message>
        <source>Where it cannot print, badges go to {names}, if the labels are alike.</source>
        <translation>若它无法打印且标签相同，证件会送到 {names}。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln badges wait for it.</source>
        <translation>
            <numerusform>有 %Ln 张证件在等待它。</numerusform>
        </translation>
    </message>
    <message>
        <source>Print a test label</source>
        <translation>打印测试标签</translation>
    </message>
    <message>
        <source>Print here</source>
        <translation>改在这里打印</translation>
    </message>
    <message>
        <source>Keep name and group</source>
        <translation>保存名称和分组</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on printing</source>
        <translation>继续打印</translation>
    </message>
    <message>
        <source>New roll is in</source>
        <translation>已换新卷</translation>
    </message>
    <message>
        <source>Hold: use it all the same</source>
        <translation>按住：仍然使用</translation>
    </message>
    <message>
        <source>Use it no more</source>
        <translation>不再使用</translation>
    </message>
    <message>
        <source>Hold: take away</source>
        <translation>按住：移除</translation>
    </message>
    <message>
        <source>Add this printer</source>
        <translation>添加这台打印机</translation>
    </message>
    <message>
        <source>Look for printers</source>
        <translation>查找打印机</translation>
    </message>
    <message>
        <source>Badge templates</source>
        <translation>证件模板</translation>
    </message>
    <message>
        <source>At USB: {where}</source>
        <translation>USB：{where}</translation>
    </message>
    <message>
        <source>PDF, at {where}</source>
        <translation>PDF，位于 {where}</translation>
    </message>
    <message>
        <source>Template and paper of {name} fit together, and hold from now on.</source>
        <translation>{name} 的模板与纸张相符，从现在起生效。</translation>
    </message>
    <message>
        <source>{name} has its former template and paper again.</source>
        <translation>{name} 已恢复原来的模板和纸张。</translation>
    </message>
    <message>
        <source>Nothing was changed: choose another template or paper.</source>
        <translation>未作任何更改：请选择其他模板或纸张。</translation>
    </message>
    <message>
        <source>Usual: {template}</source>
        <translation>常用：{template}</translation>
    </message>
    <message>
        <source>The usual</source>
        <translation>常用模板</translation>
    </message>
    <message>
        <source>{template}, which is not there</source>
        <translation>{template}（已不存在）</translation>
    </message>
    <message>
        <source>Keep template and paper</source>
        <translation>保存模板和纸张</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>恢复原样</translation>
    </message>
    <message>
        <source>User and password of {name} are kept in this computer’s key store.</source>
        <translation>{name} 的用户名和密码已保存在本机的密钥库中。</translation>
    </message>
    <message>
        <source>Keep user and password</source>
        <translation>保存用户名和密码</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>Something went wrong.</source>
        <translation>出现问题。</translation>
    </message>
    <message>
        <source>Try again; if it stays, call the event lead.</source>
        <translation>请重试；若仍如此，请联系活动负责人。</translation>
    </message>
    <message>
        <source>The store on this laptop could not be used: {detail}.</source>
        <translation>本机数据库无法使用：{detail}。</translation>
    </message>
    <message>
        <source>Nothing was recorded. Free space or change the folder, then try again.</source>
        <translation>没有记录任何内容。请清理空间或更换文件夹后重试。</translation>
    </message>
    <message>
        <source>There is no station in {folder}.</source>
        <translation>{folder} 中没有工作站数据。</translation>
    </message>
    <message>
        <source>Choose the right folder, or start a station with a forum file.</source>
        <translation>请选择正确的文件夹，或用论坛文件新建工作站。</translation>
    </message>
    <message>
        <source>There is a station in {folder} already.</source>
        <translation>{folder} 中已有工作站数据。</translation>
    </message>
    <message>
        <source>Use it, or choose an empty folder.</source>
        <translation>请直接使用，或选择空文件夹。</translation>
    </message>
    <message>
        <source>The application is open on {folder} already.</source>
        <translation>应用程序已打开 {folder}。</translation>
    </message>
    <message>
        <source>Use the window that is open, or close it first.</source>
        <translation>请使用已打开的窗口，或先将其关闭。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to.</source>
        <translation>文件夹 {folder} 无法写入。</translation>
    </message>
    <message>
        <source>Give this user the right to write there, or choose another folder.</source>
        <translation>请授予当前用户写入权限，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>The store in {folder} is damaged: {detail}.</source>
        <translation>{folder} 中的数据库已损坏：{detail}。</translation>
    </message>
    <message>
        <source>The store in {folder} was written by a newer version of this application.</source>
        <translation>{folder} 中的数据库由更新版本的应用程序写入。</translation>
    </message>
    <message>
        <source>Install that version; nothing was changed.</source>
        <translation>请安装该版本；未作任何更改。</translation>
    </message>
    <message>
        <source>Another program kept the store busy for too long.</source>
        <translation>其他程序占用数据库过久。</translation>
    </message>
    <message>
        <source>Nothing was recorded. Scan again.</source>
        <translation>没有记录任何内容，请重新扫描。</translation>
    </message>
    <message>
        <source>The disk of this laptop is full.</source>
        <translation>本机磁盘已满。</translation>
    </message>
    <message>
        <source>Nothing was recorded. Free some space, then scan again.</source>
        <translation>没有记录任何内容。请清理空间后重新扫描。</translation>
    </message>
    <message>
        <source>The key of the store in {folder} is not on this computer.</source>
        <translation>本机没有 {folder} 数据库的密钥。</translation>
    </message>
    <message>
        <source>Bring it back with the forum’s passphrase.</source>
        <translation>请用论坛口令恢复。</translation>
    </message>
    <message>
        <source>The store in {folder} does not open with its key.</source>
        <translation>{folder} 的数据库无法用其密钥打开。</translation>
    </message>
    <message>
        <source>Keep the folder; use the computer it was made on, or the forum’s passphrase.</source>
        <translation>请保留该文件夹；在创建它的电脑上使用，或用论坛口令。</translation>
    </message>
    <message>
        <source>That is not the passphrase of this forum.</source>
        <translation>这不是本论坛的口令。</translation>
    </message>
    <message>
        <source>Ask the event lead for it, and type it again.</source>
        <translation>请向活动负责人询问后重新输入。</translation>
    </message>
    <message>
        <source>The database engine of this installation is not fit: {detail}.</source>
        <translation>本次安装的数据库引擎不可用：{detail}。</translation>
    </message>
    <message>
        <source>Install the application again; nothing was changed.</source>
        <translation>请重新安装应用程序；未作任何更改。</translation>
    </message>
    <message>
        <source>The record of this station does not hold together: {detail}.</source>
        <translation>本工作站的记录前后不一致：{detail}。</translation>
    </message>
    <message>
        <source>Keep the folder as it is and call the event lead.</source>
        <translation>请保持文件夹原样并联系活动负责人。</translation>
    </message>
    <message>
        <source>Fact {seq} of log {log} does not follow from the one before it: {detail}.</source>
        <translation>日志 {log} 的第 {seq} 条记录与前一条不衔接：{detail}。</translation>
    </message>
    <message>
        <source>What the screens show differs from the recorded facts in: {detail}.</source>
        <translation>界面显示与记录不一致：{detail}。</translation>
    </message>
    <message>
        <source>No fact is lost. Repair rebuilds the screens’ tables from the facts.</source>
        <translation>记录没有丢失。修复会根据记录重建界面数据。</translation>
    </message>
    <message>
        <source>All others were taken. Find out which laptop they come from before it is used again.</source>
        <translation>其余记录已全部接收。请先查明这些记录来自哪台电脑，再继续使用该电脑。</translation>
    </message>
    <message>
        <source>Facts that this store acknowledged and lacks: {missing}. It is an older state of itself, or a file was lost.</source>
        <translation>本机数据库缺少曾经确认过的记录：{missing} 条。它是较早的状态，或有文件丢失。</translation>
    </message>
    <message>
        <source>The forum file cannot be used.</source>
        <translation>论坛文件无法使用。</translation>
    </message>
    <message>
        <source>Mend the file and try again; nothing was changed.</source>
        <translation>请修正文件后重试；未作任何更改。</translation>
    </message>
    <message>
        <source>There is no forum file {file}.</source>
        <translation>没有论坛文件 {file}。</translation>
    </message>
    <message>
        <source>Check the name, or leave it out for the forum that comes with the application.</source>
        <translation>请检查名称；留空则使用应用程序自带的论坛。</translation>
    </message>
    <message>
        <source>{file}, line {line}: expected {expected}, found {found}.</source>
        <translation>{file} 第 {line} 行：应为 {expected}，实为 {found}。</translation>
    </message>
    <message>
        <source>The list cannot be used.</source>
        <translation>名单无法使用。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何更改。</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>没有文件 {file}。</translation>
    </message>
    <message>
        <source>Check the name and try again.</source>
        <translation>请检查名称后重试。</translation>
    </message>
    <message>
        <source>{file} holds no rows.</source>
        <translation>{file} 没有数据行。</translation>
    </message>
    <message>
        <source>Choose another file or sheet; nothing was changed.</source>
        <translation>请选择其他文件或工作表；未作任何更改。</translation>
    </message>
    <message>
        <source>{file} is not a table that can be read: {detail}.</source>
        <translation>{file} 不是可读取的表格：{detail}。</translation>
    </message>
    <message>
        <source>Save the list as XLSX or CSV and choose that file; nothing was changed.</source>
        <translation>请将名单另存为 XLSX 或 CSV 后再选择；未作任何更改。</translation>
    </message>
    <message>
        <source>The text of {file} cannot be read as {encoding}: {detail}.</source>
        <translation>{file} 的文字无法按 {encoding} 读取：{detail}。</translation>
    </message>
    <message>
        <source>Choose the encoding yourself, or save the list as XLSX; nothing was changed.</source>
        <translation>请自行选择编码，或另存为 XLSX；未作任何更改。</translation>
    </message>
    <message>
        <source>No column of {file} is headed as a name.</source>
        <translation>{file} 中没有表头为姓名的列。</translation>
    </message>
    <message>
        <source>Say which column holds the name; nothing was changed.</source>
        <translation>请指定姓名所在的列；未作任何更改。</translation>
    </message>
    <message>
        <source>Delegates were changed since this list was compared with them.</source>
        <translation>比对之后，来宾资料已有变动。</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at what the list would change once more.</source>
        <translation>未作任何更改。请重新查看名单将带来的变化。</translation>
    </message>
    <message>
        <source>Nothing here is called {name}.</source>
        <translation>这里没有 {name}。</translation>
    </message>
    <message>
        <source>Check the spelling.</source>
        <translation>请检查拼写。</translation>
    </message>
    <message>
        <source>There is no checkpoint {name}.</source>
        <translation>没有签到点 {name}。</translation>
    </message>
    <message>
        <source>Choose another one with F6.</source>
        <translation>请按 F6 另选。</translation>
    </message>
    <message>
        <source>No delegate has the number {name}.</source>
        <translation>没有编号为 {name} 的来宾。</translation>
    </message>
    <message>
        <source>Find the name with F2.</source>
        <translation>请按 F2 查找姓名。</translation>
    </message>
    <message>
        <source>There is no bus {name}.</source>
        <translation>没有 {name} 号车。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请另选一辆。</translation>
    </message>
    <message>
        <source>This forum has no route {name}.</source>
        <translation>本论坛没有线路 {name}。</translation>
    </message>
    <message>
        <source>Choose one of {known}.</source>
        <translation>请从 {known} 中选择。</translation>
    </message>
    <message>
        <source>This forum has no category {name}.</source>
        <translation>本论坛没有类别 {name}。</translation>
    </message>
    <message>
        <source>That entry is not in the record of this laptop.</source>
        <translation>本机记录中没有该条目。</translation>
    </message>
    <message>
        <source>It may be on another laptop; wait until they have met.</source>
        <translation>可能在另一台电脑上，请等待两机同步。</translation>
    </message>
    <message>
        <source>That cannot be done now.</source>
        <translation>现在无法执行。</translation>
    </message>
    <message>
        <source>There is nothing here to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>Only the last actions of this laptop can be undone.</source>
        <translation>只能撤销本机最近的操作。</translation>
    </message>
    <message>
        <source>There is a bus {name} already.</source>
        <translation>已有 {name} 号车。</translation>
    </message>
    <message>
        <source>Give the new bus another number.</source>
        <translation>请为新车另编号码。</translation>
    </message>
    <message>
        <source>{field} cannot be {value}.</source>
        <translation>{field}不能填 {value}。</translation>
    </message>
    <message>
        <source>Expected: {expected}.</source>
        <translation>应为：{expected}。</translation>
    </message>
    <message>
        <source>That answer does not belong to this question.</source>
        <translation>该回答不适用于此问题。</translation>
    </message>
    <message>
        <source>Scan the badge again.</source>
        <translation>请重新扫描证件。</translation>
    </message>
    <message>
        <source>That cannot be taken back: {why}.</source>
        <translation>无法撤回：{why}。</translation>
    </message>
    <message>
        <source>This cannot be undone: the guest would not be let through now.</source>
        <translation>无法撤销：这位来宾现在不会被放行。</translation>
    </message>
    <message>
        <source>Nothing was changed. Scan the badge again.</source>
        <translation>未作任何更改。请重新扫描证件。</translation>
    </message>
    <message>
        <source>Nothing was changed. Find the guest a seat on another bus.</source>
        <translation>未作任何更改。请为来宾在其他车上找座位。</translation>
    </message>
    <message>
        <source>This cannot be undone: the accessible places of bus {bus} are taken.</source>
        <translation>无法撤销：{bus} 号车的无障碍座位已满。</translation>
    </message>
    <message>
        <source>Nothing was changed. Find the guest a place on another bus.</source>
        <translation>未作任何更改。请为来宾在其他车上找无障碍座位。</translation>
    </message>
    <message>
        <source>This cannot be undone: the guest would be back on bus {bus}, and its doors are closed.</source>
        <translation>无法撤销：来宾会回到 {bus} 号车上，而该车车门已关闭。</translation>
    </message>
    <message>
        <source>Nothing was changed. Open the doors and scan the badge.</source>
        <translation>未作任何更改。请先开门，再扫描证件。</translation>
    </message>
    <message>
        <source>This cannot be undone: bus {bus} is not the guest’s bus any more.</source>
        <translation>无法撤销：{bus} 号车已不是这位来宾的车。</translation>
    </message>
    <message>
        <source>Nothing was changed. Scan the badge at the bus the guest is on.</source>
        <translation>未作任何更改。请在来宾现在所乘的车上扫描证件。</translation>
    </message>
    <message>
        <source>This cannot be undone: the session would not let the guest in now.</source>
        <translation>无法撤销：该场次现在不会让这位来宾入场。</translation>
    </message>
    <message>
        <source>This cannot be undone: the guest’s badge was revoked.</source>
        <translation>无法撤销：这位来宾的证件已作废。</translation>
    </message>
    <message>
        <source>Nothing was changed. Call the supervisor.</source>
        <translation>未作任何更改。请呼叫主管。</translation>
    </message>
    <message>
        <source>The badge could not be printed: {detail}.</source>
        <translation>证件无法打印：{detail}。</translation>
    </message>
    <message>
        <source>It stays in the queue; mend the printer and try again.</source>
        <translation>任务仍在队列中；请修复打印机后重试。</translation>
    </message>
    <message>
        <source>The font {font} of this installation is missing.</source>
        <translation>本次安装缺少字体 {font}。</translation>
    </message>
    <message>
        <source>Install the application again; check-in goes on without printing.</source>
        <translation>请重新安装应用程序；签到可继续，但不能打印。</translation>
    </message>
    <message>
        <source>The badge fonts lack {characters} in “{text}”.</source>
        <translation>证件字体缺少“{text}”中的 {characters}。</translation>
    </message>
    <message>
        <source>“{text}” does not fit on the badge, even at the smallest size.</source>
        <translation>“{text}”用最小字号仍排不下。</translation>
    </message>
    <message>
        <source>The code on this badge would not read back.</source>
        <translation>该证件的二维码无法回读。</translation>
    </message>
    <message>
        <source>It was not printed. Call the event lead.</source>
        <translation>未打印。请联系活动负责人。</translation>
    </message>
    <message>
        <source>The printer {printer} is not there.</source>
        <translation>找不到打印机 {printer}。</translation>
    </message>
    <message>
        <source>Switch it on and check its cable, or choose another printer. The badge waits.</source>
        <translation>请开机并检查连线，或换一台打印机。证件任务已保留。</translation>
    </message>
    <message>
        <source>The printer {printer} stopped: {detail}.</source>
        <translation>打印机 {printer} 已停止：{detail}。</translation>
    </message>
    <message>
        <source>Look whether the badge came out before printing it again.</source>
        <translation>重新打印前请先查看证件是否已打出。</translation>
    </message>
    <message>
        <source>Badges that could not be drawn: {count}.</source>
        <translation>无法绘制的证件：{count} 张。</translation>
    </message>
    <message>
        <source>Put right what is said of each, then write the badges again.</source>
        <translation>请逐一更正所列问题，然后重新生成证件。</translation>
    </message>
    <message>
        <source>The badge template {file}, line {line}: expected {expected}, found {found}.</source>
        <translation>证件模板 {file} 第 {line} 行：应为 {expected}，实为 {found}。</translation>
    </message>
    <message>
        <source>Correct that line, or install the application again.</source>
        <translation>请修正该行，或重新安装应用程序。</translation>
    </message>
    <message>
        <source>There is no display here that a window could be shown on.</source>
        <translation>这里没有可显示窗口的屏幕。</translation>
    </message>
    <message>
        <source>Open it on a desktop; every command but this one works without.</source>
        <translation>请在桌面环境中打开；其他命令均不需要屏幕。</translation>
    </message>
    <message>
        <source>{file} cannot be written: {detail}.</source>
        <translation>{file} 无法写入：{detail}。</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>请选择其他位置。</translation>
    </message>
    <message>
        <source>The files of the store in {folder} were removed or replaced while the application was open.</source>
        <translation>程序运行期间，{folder} 中数据库的文件被删除或替换了。</translation>
    </message>
    <message>
        <source>The list was stopped before all of it was taken in.</source>
        <translation>名单尚未全部录入就被停止。</translation>
    </message>
    <message>
        <source>Nothing was changed. Import it again when you want it.</source>
        <translation>没有任何更改。需要时请重新导入。</translation>
    </message>
    <message>
        <source>Another list is being taken in on this laptop.</source>
        <translation>本机正在录入另一份名单。</translation>
    </message>
    <message>
        <source>Wait until it is done, then try again; nothing was changed.</source>
        <translation>请等它完成后再试；没有任何更改。</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at the lists that were taken in.</source>
        <translation>没有任何更改。请查看已录入的名单。</translation>
    </message>
    <message>
        <source>Bus {bus} is “{state}” already.</source>
        <translation>{bus} 号车已是“{state}”。</translation>
    </message>
    <message>
        <source>Bus {bus} is “{state}”, and “{wanted}” cannot follow.</source>
        <translation>{bus} 号车现在是“{state}”，不能改为“{wanted}”。</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at the bus again: another laptop may have moved it.</source>
        <translation>未作任何更改。请再看一下这辆车：可能已有其他电脑改动过。</translation>
    </message>
    <message>
        <source>The lists of the buses say that already.</source>
        <translation>乘车名单上已是如此。</translation>
    </message>
    <message>
        <source>This guest’s badges are revoked already.</source>
        <translation>这位来宾的证件已经作废。</translation>
    </message>
    <message>
        <source>This badge is on another step of its way by now.</source>
        <translation>这张证件已进入别的步骤。</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at the queue again.</source>
        <translation>未作任何更改。请再看一下打印队列。</translation>
    </message>
    <message>
        <source>Nothing was changed. Restoring brings the newest backup back and keeps the damaged files.</source>
        <translation>未作任何更改。恢复功能会还原最新的备份，并保留损坏的文件。</translation>
    </message>
    <message>
        <source>Nothing was recorded, nobody may be let in. Close the application and open it again.</source>
        <translation>未作记录，请勿放行。请关闭程序后重新打开。</translation>
    </message>
    <message>
        <source>There is no backup of the station in {folder}.</source>
        <translation>{folder} 中没有本站点的备份。</translation>
    </message>
    <message>
        <source>The backup {file} cannot be used: {detail}.</source>
        <translation>备份 {file} 无法使用：{detail}。</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose an older one.</source>
        <translation>未作任何更改。请选择更早的备份。</translation>
    </message>
    <message>
        <source>{file} takes more than {seconds} seconds to read, which no list of people does.</source>
        <translation>读取 {file} 超过 {seconds} 秒，人员名单不会如此。</translation>
    </message>
    <message>
        <source>Save its people as CSV and choose that file; nothing was changed.</source>
        <translation>请把其中的人员另存为 CSV，再选择该文件；未作任何更改。</translation>
    </message>
    <message>
        <source>{file} takes more than {memory} MB of memory to read, which no list of people does.</source>
        <translation>读取 {file} 占用内存超过 {memory} MB，人员名单不会如此。</translation>
    </message>
    <message>
        <source>{file} cannot be read: it is damaged, or was made to do harm.</source>
        <translation>无法读取 {file}：文件已损坏，或属恶意制作。</translation>
    </message>
    <message>
        <source>Ask who sent it; save its people as CSV and choose that file. Nothing was changed.</source>
        <translation>请询问发件人；把其中的人员另存为 CSV，再选择该文件。未作任何更改。</translation>
    </message>
    <message>
        <source>Several delegates bear the number {name}: {who}.</source>
        <translation>号码 {name} 有多人使用：{who}。</translation>
    </message>
    <message>
        <source>The recovery.key in {folder} is that of another station.</source>
        <translation>{folder} 中的 recovery.key 属于另一台电脑。</translation>
    </message>
    <message>
        <source>No key was changed. Put the recovery.key there that was written when this station was started.</source>
        <translation>密钥未作更改。请放入本机启用时生成的 recovery.key。</translation>
    </message>
    <message>
        <source>This laptop has too little memory left.</source>
        <translation>本机内存不足。</translation>
    </message>
    <message>
        <source>Nothing was recorded. Close other programs, then try again.</source>
        <translation>未作任何记录。请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>The clock of this laptop cannot be right: no calendar shows its time.</source>
        <translation>本机时钟有误：日期超出日历范围。</translation>
    </message>
    <message>
        <source>Nothing was recorded. Set the date and the time, then scan again.</source>
        <translation>未作任何记录。请设置正确的日期和时间，然后重新扫码。</translation>
    </message>
    <message>
        <source>Correct it in the record with the guest, or print the Latin name.</source>
        <translation>与来宾商定写法，在其记录中改正，或改印拉丁字母姓名。</translation>
    </message>
    <message>
        <source>Shorten it in the record with the guest’s consent.</source>
        <translation>经来宾同意，在其记录中改短。</translation>
    </message>
    <message>
        <source>The printer {printer} did not say whether the badge came out.</source>
        <translation>打印机 {printer} 没有说明证件是否打出。</translation>
    </message>
    <message>
        <source>Look whether it did, and answer at the badge desk.</source>
        <translation>看一看是否已打出，并在制证台回答。</translation>
    </message>
    <message>
        <source>The printer {printer} has a target that cannot be: {target}.</source>
        <translation>打印机 {printer} 的目标不成立：{target}。</translation>
    </message>
    <message>
        <source>The badge could not be printed, and no printer is to blame.</source>
        <translation>证件无法打印，与打印机无关。</translation>
    </message>
    <message>
        <source>Call the event lead with the number of the badge.</source>
        <translation>请带着证件编号找活动负责人。</translation>
    </message>
    <message>
        <source>The badge could not be drawn.</source>
        <translation>证件无法绘制。</translation>
    </message>
    <message>
        <source>The printer is well. Call the event lead with the number of the badge.</source>
        <translation>打印机正常。请带着证件编号找活动负责人。</translation>
    </message>
    <message>
        <source>No such list was taken in, or it was taken back already.</source>
        <translation>没有导入过这份名单，或它已被撤回。</translation>
    </message>
    <message>
        <source>People whom only this list names have been checked in ({count}): {names}.</source>
        <translation>只由这份名单带来的人中已有人签到（{count} 人）：{names}。</translation>
    </message>
    <message>
        <source>The list stays as it is. Correct single people instead.</source>
        <translation>名单保持不变，请逐个更正人员信息。</translation>
    </message>
    <message>
        <source>Facts that were refused: {count}. Nothing proves them or their documents genuine, or nobody vouches for their station.</source>
        <translation>已拒收的记录：{count} 条。无法证明这些记录或其文件真实，或其来源站未获确认。</translation>
    </message>
    <message>
        <source>The file station.toml in {folder} is missing or cannot be read, and no copy of it lies beside the backups.</source>
        <translation>{folder} 中的 station.toml 缺失或无法读取，备份旁也没有它的副本。</translation>
    </message>
    <message>
        <source>This cannot be undone: the guest would be one too many on bus {bus}, {seats} / {seats} seats are taken.</source>
        <translation>无法撤销：{bus} 号车座位已满（{seats} / {seats}），再加这位来宾就超员了。</translation>
    </message>
    <message>
        <source>This guest’s badges are not revoked.</source>
        <translation>这位来宾的证件没有作废。</translation>
    </message>
    <message>
        <source>It was stopped before it was whole.</source>
        <translation>在完成之前被停止。</translation>
    </message>
    <message>
        <source>Nothing was written. Begin again when you want it.</source>
        <translation>没有写入任何内容。需要时请重新开始。</translation>
    </message>
    <message>
        <source>These are one record already.</source>
        <translation>这两份档案已经合并。</translation>
    </message>
    <message>
        <source>This record stands by itself.</source>
        <translation>这份档案没有合并。</translation>
    </message>
    <message>
        <source>Nothing was changed. Put recovery.key into the folder; with it and the forum’s passphrase the file is made anew.</source>
        <translation>没有任何改动。请把 recovery.key 放进该文件夹；用它和论坛口令可重新生成此文件。</translation>
    </message>
    <message>
        <source>The laptops could not exchange what they know.</source>
        <translation>各电脑之间未能交换记录。</translation>
    </message>
    <message>
        <source>Nothing is lost, and check-in goes on. They try again by themselves.</source>
        <translation>没有任何记录丢失，签到照常进行；电脑会自动重试。</translation>
    </message>
    <message>
        <source>Another laptop said something that this one does not understand.</source>
        <translation>另一台电脑发来的内容，本机无法理解。</translation>
    </message>
    <message>
        <source>Nothing of it was taken. See whether the application is of the same version on both.</source>
        <translation>其中内容均未采用。请查看两台电脑上的程序版本是否相同。</translation>
    </message>
    <message>
        <source>Nothing was changed. Keep the folder, start a new station in another one, and bring it together with the other laptops.</source>
        <translation>没有任何改动。请保留该文件夹，在另一个文件夹新建站点，再与其他电脑汇合。</translation>
    </message>
    <message>
        <source>Check-in goes on, but people let in by those facts may be let in again. Restore a backup (F1), and let the event lead bring this laptop together with the others.</source>
        <translation>签到可以继续，但凭这些记录放行过的人可能会再次放行。请恢复备份（F1），并请活动负责人把这台电脑与其他电脑汇合。</translation>
    </message>
    <message>
        <source>The hub’s database could not be used.</source>
        <translation>中枢的数据库无法使用。</translation>
    </message>
    <message>
        <source>Nothing is lost: the laptops keep what they have and send it again.</source>
        <translation>没有丢失任何内容：各电脑保留已有记录，并会再次发送。</translation>
    </message>
    <message>
        <source>The hub’s database does not answer.</source>
        <translation>中枢的数据库没有响应。</translation>
    </message>
    <message>
        <source>Nothing is lost: the laptops keep what they have and send it again. Look whether PostgreSQL runs, and whether its address, user and password are right.</source>
        <translation>没有丢失任何内容：各电脑保留已有记录，并会再次发送。请检查 PostgreSQL 是否在运行，以及地址、用户名和密码是否正确。</translation>
    </message>
    <message>
        <source>This forum is sealed in the hub’s database with another key.</source>
        <translation>本论坛在中枢的数据库中是用另一把密钥加密的。</translation>
    </message>
    <message>
        <source>Nothing was changed. Give every process of the hub the same key, or use another database.</source>
        <translation>未作任何更改。请让中枢的每个进程使用同一把密钥，或改用另一个数据库。</translation>
    </message>
    <message>
        <source>The hub’s database was made by a newer version of this application.</source>
        <translation>中枢的数据库是由本应用的更新版本创建的。</translation>
    </message>
    <message>
        <source>Install that version where the hub runs; nothing was changed.</source>
        <translation>请在运行中枢的电脑上安装该版本；未作任何更改。</translation>
    </message>
    <message>
        <source>This contradiction is settled, or there is none any more.</source>
        <translation>这处矛盾已处理，或已不存在。</translation>
    </message>
    <message>
        <source>More was heard of this contradiction meanwhile.</source>
        <translation>期间又收到了关于这处矛盾的新记录。</translation>
    </message>
    <message>
        <source>Look at it again, then choose. Nothing was changed.</source>
        <translation>请重新查看后再选择。未作任何更改。</translation>
    </message>
    <message>
        <source>This contradiction has no such choice: {choice}.</source>
        <translation>这处矛盾没有这个选项：{choice}。</translation>
    </message>
    <message>
        <source>A badge that was made void stays void: this cannot be taken back.</source>
        <translation>已作废的证件不能恢复：此项无法撤销。</translation>
    </message>
    <message>
        <source>Give out a further badge at the badge desk.</source>
        <translation>请在证件台另发一张证件。</translation>
    </message>
    <message>
        <source>More was recorded since this was settled, which rests on it.</source>
        <translation>处理之后又有新的记录以它为依据。</translation>
    </message>
    <message>
        <source>Mend the person’s record or the bus itself. Nothing was changed.</source>
        <translation>请直接修改人员记录或车辆。未作任何更改。</translation>
    </message>
    <message>
        <source>The bundle {file} cannot be used.</source>
        <translation>数据包 {file} 无法使用。</translation>
    </message>
    <message>
        <source>Nothing of it was taken. Write it again on the laptop it comes from.</source>
        <translation>其中内容均未采用。请在来源电脑上重新导出。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {detail}.</source>
        <translation>无法读取 {file}：{detail}。</translation>
    </message>
    <message>
        <source>Check the name, and whether the stick is in.</source>
        <translation>请检查文件名，并确认 U 盘已插好。</translation>
    </message>
    <message>
        <source>{file} is no bundle that this version knows.</source>
        <translation>{file} 不是此版本认识的数据包。</translation>
    </message>
    <message>
        <source>Choose a file that another laptop exported; both need the same version of the application.</source>
        <translation>请选择另一台电脑导出的文件；两台电脑的程序版本须相同。</translation>
    </message>
    <message>
        <source>{file} belongs to another forum: {forum}.</source>
        <translation>{file} 属于另一个论坛：{forum}。</translation>
    </message>
    <message>
        <source>Nothing of it was taken. Take it to a laptop of that forum.</source>
        <translation>其中内容均未采用。请拿到那个论坛的电脑上使用。</translation>
    </message>
    <message>
        <source>{file} was not sealed for this laptop.</source>
        <translation>{file} 不是为这台电脑加密的。</translation>
    </message>
    <message>
        <source>The laptop that wrote it had not heard of this one. Let it hear of this one first, then write the bundle again.</source>
        <translation>导出它的电脑还不认识这台电脑。请先让它得知这台电脑，再重新导出。</translation>
    </message>
    <message>
        <source>The end of {file} is missing.</source>
        <translation>{file} 不完整，缺少结尾部分。</translation>
    </message>
    <message>
        <source>Nothing of it was taken. Write it again, and take the stick out only when that is done.</source>
        <translation>其中内容均未采用。请重新导出，完成后再拔出 U 盘。</translation>
    </message>
    <message>
        <source>{file} is damaged, or somebody changed it.</source>
        <translation>{file} 已损坏或被人改动。</translation>
    </message>
    <message>
        <source>The hub does not answer at {addresses}.</source>
        <translation>中枢在 {addresses} 没有应答。</translation>
    </message>
    <message>
        <source>Work on: everything is recorded here. Look whether the hub is on, in the same network, and let through its firewall.</source>
        <translation>请继续工作：一切都记录在本机。请检查中枢是否已开启、在同一网络内，且防火墙已放行。</translation>
    </message>
    <message>
        <source>What answers at {address} is not the hub that this laptop was shown.</source>
        <translation>在 {address} 应答的不是这台电脑所认识的中枢。</translation>
    </message>
    <message>
        <source>Nothing was sent. Where the hub was made anew, scan its new invitation; otherwise tell the event lead.</source>
        <translation>没有发送任何内容。如果中枢是重新建立的，请扫描它的新邀请码；否则请告知活动负责人。</translation>
    </message>
    <message>
        <source>The hub refused: {detail}.</source>
        <translation>中枢拒绝了：{detail}。</translation>
    </message>
    <message>
        <source>Work on: everything is recorded here, and goes to the hub later.</source>
        <translation>请继续工作：一切都记录在本机，稍后会传到中枢。</translation>
    </message>
    <message>
        <source>This laptop has joined no hub.</source>
        <translation>这台电脑尚未加入任何中枢。</translation>
    </message>
    <message>
        <source>Scan the invitation that the hub shows.</source>
        <translation>请扫描中枢显示的邀请码。</translation>
    </message>
    <message>
        <source>No coordinator has let this laptop in yet.</source>
        <translation>还没有协调员准许这台电脑加入。</translation>
    </message>
    <message>
        <source>Ask for it; this laptop goes on by itself once it is done.</source>
        <translation>请协调员准许；完成后这台电脑会自动继续。</translation>
    </message>
    <message>
        <source>This laptop was shut out by a coordinator.</source>
        <translation>这台电脑已被协调员排除。</translation>
    </message>
    <message>
        <source>What it recorded is kept. Give it to the event lead.</source>
        <translation>它所记录的内容仍保留。请把它交给活动负责人。</translation>
    </message>
    <message>
        <source>That is no invitation of a hub, or not all of it.</source>
        <translation>这不是中枢的邀请码，或者不完整。</translation>
    </message>
    <message>
        <source>Scan it again, or type the short code below it.</source>
        <translation>请重新扫描，或输入下方的短码。</translation>
    </message>
    <message>
        <source>Let the hub show a new one.</source>
        <translation>请让中枢显示新的邀请码。</translation>
    </message>
    <message>
        <source>The words are not those that the hub shows.</source>
        <translation>这些词与中枢显示的不一致。</translation>
    </message>
    <message>
        <source>Nothing was sent. Somebody may stand between the laptops: scan the hub’s code instead.</source>
        <translation>没有发送任何内容。可能有人在两台电脑之间冒充：请改为扫描中枢的二维码。</translation>
    </message>
    <message>
        <source>The hub is of another forum: {forum}.</source>
        <translation>中枢属于另一个论坛：{forum}。</translation>
    </message>
    <message>
        <source>Nothing was sent. Use a folder of its own for that forum.</source>
        <translation>没有发送任何内容。请为那个论坛使用单独的文件夹。</translation>
    </message>
    <message>
        <source>This laptop cannot be a hub at {address}: {detail}.</source>
        <translation>这台电脑无法在 {address} 充当中枢：{detail}。</translation>
    </message>
    <message>
        <source>End the other program there, or choose another port.</source>
        <translation>请结束占用的程序，或选择其他端口。</translation>
    </message>
    <message>
        <source>No laptop is known here as {name}.</source>
        <translation>这里没有名为 {name} 的电脑。</translation>
    </message>
    <message>
        <source>Only a coordinator’s laptop lets others in or shuts them out.</source>
        <translation>只有协调员的电脑可以准许或排除其他电脑。</translation>
    </message>
    <message>
        <source>Nothing was changed. Do it at the hub, or at another coordinator’s laptop.</source>
        <translation>没有任何更改。请在中枢或其他协调员的电脑上操作。</translation>
    </message>
    <message>
        <source>{name} stands so already.</source>
        <translation>{name} 已经是这种状态。</translation>
    </message>
    <message>
        <source>Nothing answers at {addresses}, in this laptop’s own network: the hub is off, or the network keeps laptops apart.</source>
        <translation>{addresses} 与本机在同一网络内却没有任何应答：中枢未开启，或者此网络将各台电脑相互隔离。</translation>
    </message>
    <message>
        <source>Work on: everything is recorded here. If the hub is on, join the laptops by cable, by a router of your own or by a hotspot, or carry a USB stick.</source>
        <translation>请继续工作：一切都记录在本机。如果中枢已开启，请用网线、自备路由器或热点连接各台电脑，或用 U 盘传递。</translation>
    </message>
    <message>
        <source>No phone with the number {number} is signed in.</source>
        <translation>没有编号为 {number} 的手机登录。</translation>
    </message>
    <message>
        <source>The number stands at the foot of its page.</source>
        <translation>编号写在手机页面的底部。</translation>
    </message>
    <message>
        <source>The seats could not be planned.</source>
        <translation>无法排座。</translation>
    </message>
    <message>
        <source>Nobody’s seat was changed.</source>
        <translation>没有更改任何人的座位。</translation>
    </message>
    <message>
        <source>The planning was stopped before it was done.</source>
        <translation>排座尚未完成即被停止。</translation>
    </message>
    <message>
        <source>Nobody’s seat was changed. Plan again when you want it.</source>
        <translation>没有更改任何人的座位。需要时可再次排座。</translation>
    </message>
    <message>
        <source>Buses or seats were changed by others while this was planned.</source>
        <translation>排座期间，有人更改了车辆或座位。</translation>
    </message>
    <message>
        <source>Nobody’s seat was changed. Plan once more.</source>
        <translation>没有更改任何人的座位。请再排一次座。</translation>
    </message>
    <message>
        <source>No such plan was made, or it was taken back already.</source>
        <translation>没有这样的排座，或它已被撤回。</translation>
    </message>
    <message>
        <source>Bus {bus} has no seat for {people} of them.</source>
        <translation>{bus} 车缺 {people} 个座位。</translation>
    </message>
    <message>
        <source>Nobody’s seat was changed. Choose fewer, or another bus.</source>
        <translation>座位未作任何更改。请少选几人，或选另一辆车。</translation>
    </message>
    <message>
        <source>Bus {bus} has no accessible place for {people} of them who need one.</source>
        <translation>{bus} 车缺 {people} 个无障碍座位。</translation>
    </message>
    <message>
        <source>Nobody’s seat was changed. Choose a bus with such a place.</source>
        <translation>座位未作任何更改。请选有无障碍座位的车辆。</translation>
    </message>
    <message>
        <source>Bus {bus} is locked: its list is to stay as it is.</source>
        <translation>{bus} 车已锁定：其名单保持不变。</translation>
    </message>
    <message>
        <source>Nobody’s seat was changed. Unlock the bus first.</source>
        <translation>座位未作任何更改。请先解锁该车。</translation>
    </message>
    <message>
        <source>Bus {bus} takes nobody any more.</source>
        <translation>{bus} 车不再接收任何人。</translation>
    </message>
    <message>
        <source>Nobody’s seat was changed. Choose another bus.</source>
        <translation>座位未作任何更改。请选另一辆车。</translation>
    </message>
    <message>
        <source>{name} is aboard bus {bus}.</source>
        <translation>{name} 已在 {bus} 车上。</translation>
    </message>
    <message>
        <source>Nobody’s seat was changed. Who is aboard changes buses by a transfer.</source>
        <translation>座位未作任何更改。已上车者通过换乘换车。</translation>
    </message>
    <message>
        <source>{name} is not expected on any bus: it was said what became of them.</source>
        <translation>{name} 不在任何车辆的等候之列：其去向已有说明。</translation>
    </message>
    <message>
        <source>The list of bus {bus} has changed meanwhile.</source>
        <translation>{bus} 车的名单其间已变动。</translation>
    </message>
    <message>
        <source>Nobody’s seat was changed. Look at the list and choose again.</source>
        <translation>座位未作任何更改。请查看名单后重新选择。</translation>
    </message>
    <message>
        <source>Nobody is where this move put them: others moved them since.</source>
        <translation>此次调整的人均已不在原处：其后又被他人调整。</translation>
    </message>
    <message>
        <source>The hub knows no such invitation: it was mistyped or used already, or its ten minutes are over.</source>
        <translation>中枢没有这个邀请：可能输错了、已被使用，或已超过十分钟。</translation>
    </message>
    <message>
        <source>This forum has no {name}.</source>
        <translation>本论坛没有 {name}。</translation>
    </message>
    <message>
        <source>There are: {known}.</source>
        <translation>已有：{known}。</translation>
    </message>
    <message>
        <source>This forum has a {name} already.</source>
        <translation>本论坛已有 {name}。</translation>
    </message>
    <message>
        <source>Give it another one. Nothing was changed.</source>
        <translation>请换一个代码。未作任何更改。</translation>
    </message>
    <message>
        <source>{field}: “{found}” cannot stand there. Nothing was changed.</source>
        <translation>{field}：不能是“{found}”。未作任何更改。</translation>
    </message>
    <message>
        <source>“{other}” is in the same room at that time.</source>
        <translation>“{other}”同一时间在同一场地。</translation>
    </message>
    <message>
        <source>Give one of them another time or room. Nothing was changed.</source>
        <translation>请为其中之一另选时间或场地。未作任何更改。</translation>
    </message>
    <message>
        <source>Category “{name}” is in use: {count} guests have it.</source>
        <translation>类别“{name}”正在使用：{count} 位嘉宾属于该类别。</translation>
    </message>
    <message>
        <source>Give them another one first. Nothing was changed.</source>
        <translation>请先为他们改用其他类别。未作任何更改。</translation>
    </message>
    <message>
        <source>“{name}” is the category of whoever is given none.</source>
        <translation>“{name}”是未注明类别者的类别。</translation>
    </message>
    <message>
        <source>Choose another one for them first. Nothing was changed.</source>
        <translation>请先为他们另选一个类别。未作任何更改。</translation>
    </message>
    <message>
        <source>“{name}” is the only category that may enter “{session}”.</source>
        <translation>“{name}”是唯一可进入“{session}”的类别。</translation>
    </message>
    <message>
        <source>Let another one enter there first. Nothing was changed.</source>
        <translation>请先允许其他类别进入。未作任何更改。</translation>
    </message>
    <message>
        <source>Route {name} is in use: {buses} buses, and {count} guests chose it.</source>
        <translation>线路 {name} 正在使用：有 {buses} 辆车辆，{count} 位嘉宾选了它。</translation>
    </message>
    <message>
        <source>A route that is in use stays. Nothing was changed.</source>
        <translation>正在使用的线路不能删除。未作任何更改。</translation>
    </message>
    <message>
        <source>“{name}” is in use: {count} guests were checked in there.</source>
        <translation>“{name}”正在使用：已有 {count} 位嘉宾在此签到。</translation>
    </message>
    <message>
        <source>A session that guests came to stays. Nothing was changed.</source>
        <translation>已有嘉宾签到的场次不能删除。未作任何更改。</translation>
    </message>
    <message>
        <source>The doors of the buses are those of “{name}”.</source>
        <translation>车辆使用“{name}”的开门时间。</translation>
    </message>
    <message>
        <source>Choose another session for the buses first. Nothing was changed.</source>
        <translation>请先为车辆另选一个场次。未作任何更改。</translation>
    </message>
    <message>
        <source>The forum was changed again since.</source>
        <translation>此后论坛又被更改过。</translation>
    </message>
    <message>
        <source>Change it by hand. Nothing was taken back.</source>
        <translation>请手动更改。未撤销任何内容。</translation>
    </message>
    <message>
        <source>Two laptops changed the forum apart, and say different things.</source>
        <translation>两台电脑分别更改了论坛，内容不一致。</translation>
    </message>
    <message>
        <source>Settle that in the inbox first. Nothing was changed.</source>
        <translation>请先在待处理中解决。未作任何更改。</translation>
    </message>
    <message>
        <source>That file is of the forum {id}; this one is {expected}.</source>
        <translation>该文件属于论坛 {id}；本论坛是 {expected}。</translation>
    </message>
    <message>
        <source>Nobody has signed in here who may {deed}.</source>
        <translation>本机没有可以{deed}的人登录。</translation>
    </message>
    <message>
        <source>Scan your staff badge, or sign in with your PIN. Scanning goes on meanwhile.</source>
        <translation>请扫描您的工作证，或用 PIN 码登录。在此期间扫码照常进行。</translation>
    </message>
    <message>
        <source>In this role nobody may {deed}: {role}.</source>
        <translation>此角色不可以{deed}：{role}。</translation>
    </message>
    <message>
        <source>Ask somebody who may to sign in here; the help shows which roles may what.</source>
        <translation>请有权限的人在本机登录；帮助中列出了各角色的权限。</translation>
    </message>
    <message>
        <source>A second person has to approve this, who may {deed}.</source>
        <translation>这需要第二个人批准，其职责须可：{deed}。</translation>
    </message>
    <message>
        <source>Let them scan their staff badge, or enter their PIN.</source>
        <translation>请其扫描自己的工作证，或输入 PIN。</translation>
    </message>
    <message>
        <source>{name} acts here already: the second person has to be somebody else.</source>
        <translation>{name} 正是在此操作的人：第二个人必须是别人。</translation>
    </message>
    <message>
        <source>Let another operator scan their badge, or enter their PIN.</source>
        <translation>请另一名操作员扫描其证件，或输入 PIN。</translation>
    </message>
    <message>
        <source>{name} is no operator any more.</source>
        <translation>{name}已不再是操作员。</translation>
    </message>
    <message>
        <source>Let somebody else sign in. Scans are recorded all the same, and name nobody.</source>
        <translation>请其他人登录。扫码照常记录，但不署名。</translation>
    </message>
    <message>
        <source>There is no operator {name}.</source>
        <translation>没有名为{name}的操作员。</translation>
    </message>
    <message>
        <source>Look at the list of operators.</source>
        <translation>请查看操作员名单。</translation>
    </message>
    <message>
        <source>There is an operator {name} already.</source>
        <translation>已有名为{name}的操作员。</translation>
    </message>
    <message>
        <source>Change that one, or add what tells the two apart to the name.</source>
        <translation>请修改原有的操作员，或在姓名中加上能区分两人的内容。</translation>
    </message>
    <message>
        <source>This staff badge is {name}’s.</source>
        <translation>这张工作证属于{name}。</translation>
    </message>
    <message>
        <source>Each operator has a badge of their own. Nothing was changed.</source>
        <translation>每位操作员各有自己的证件。未作任何更改。</translation>
    </message>
    <message>
        <source>{name} is the only event lead who can sign in.</source>
        <translation>{name}是唯一能登录的活动负责人。</translation>
    </message>
    <message>
        <source>Make somebody else event lead first. Nothing was changed.</source>
        <translation>请先指定另一位活动负责人。未作任何更改。</translation>
    </message>
    <message>
        <source>This is not {name}’s PIN.</source>
        <translation>这不是{name}的 PIN 码。</translation>
    </message>
    <message>
        <source>Try again. Tries before a wait: {left}.</source>
        <translation>请重试。还可尝试 {left} 次，之后需等待。</translation>
    </message>
    <message>
        <source>{name}’s PIN was wrong too often.</source>
        <translation>{name}的 PIN 码输错次数过多。</translation>
    </message>
    <message>
        <source>Wait {seconds} s, or scan the staff badge.</source>
        <translation>请等待 {seconds} 秒，或扫描工作证。</translation>
    </message>
    <message>
        <source>{name} has no PIN yet.</source>
        <translation>{name}还没有 PIN 码。</translation>
    </message>
    <message>
        <source>Scan the staff badge, or ask the event lead for a PIN.</source>
        <translation>请扫描工作证，或向活动负责人索取 PIN 码。</translation>
    </message>
    <message>
        <source>This is no operator’s badge.</source>
        <translation>这不是操作员的证件。</translation>
    </message>
    <message>
        <source>Sign in with a PIN, or ask the event lead to enter the badge.</source>
        <translation>请用 PIN 码登录，或请活动负责人登记此证件。</translation>
    </message>
    <message>
        <source>This badge of {name} was replaced or revoked.</source>
        <translation>{name}的这张证件已补换或作废。</translation>
    </message>
    <message>
        <source>Scan the new one, or sign in with the PIN. Keep this badge, and tell the duty officer.</source>
        <translation>请扫描新证件，或用 PIN 码登录。留下这张证件并告知值班负责人。</translation>
    </message>
    <message>
        <source>{file} names {count} people; a list of operators names at most {most}.</source>
        <translation>{file} 中有 {count} 人；操作员名单最多 {most} 人。</translation>
    </message>
    <message>
        <source>Nothing was changed. Look whether it is a list of guests: those are taken in under People.</source>
        <translation>未作任何更改。请确认这是否为来宾名单：来宾名单应在“人员”中导入。</translation>
    </message>
    <message>
        <source>No row of {file} holds the headings of a list of buses.</source>
        <translation>{file} 中没有车辆表的表头。</translation>
    </message>
    <message>
        <source>Head its columns, such as code, route, plate, licensed seats; nothing was changed.</source>
        <translation>请为各列加上表头，例如编号、线路、车牌、核定座位；没有更改任何内容。</translation>
    </message>
    <message>
        <source>Row {row} of {file} cannot be taken in: {why}.</source>
        <translation>{file} 第 {row} 行无法导入：{why}。</translation>
    </message>
    <message>
        <source>Nothing was changed. To be corrected in the list: {count}.</source>
        <translation>没有更改任何内容。表中需改正之处：{count}。</translation>
    </message>
    <message>
        <source>No such list of buses was taken in, or it was taken back already.</source>
        <translation>没有导入过这样的车辆表，或它已被撤回。</translation>
    </message>
    <message>
        <source>Bus {bus} has {people} people aboard or on its list and cannot go.</source>
        <translation>{bus} 号车上或名单中有 {people} 人，不能删除。</translation>
    </message>
    <message>
        <source>The list stays as it is. Give them seats on other buses first.</source>
        <translation>车辆表保持不变。请先为他们安排其他车辆的座位。</translation>
    </message>
    <message>
        <source>The hub is heard of in this network, but nothing gets through to {addresses}: its firewall holds it back, or the network keeps laptops apart.</source>
        <translation>本网络中有中枢的通告，但无法连到 {addresses}：可能被它的防火墙拦住，或者此网络将各台电脑相互隔离。</translation>
    </message>
    <message>
        <source>Work on: everything is recorded here. Let the application through the hub’s firewall; else join the laptops by cable, by a router of your own or by a hotspot, or carry a USB stick.</source>
        <translation>请继续工作：一切都记录在本机。请在中枢的防火墙中放行本应用；否则请用网线、自备路由器或热点把电脑连在一起，或用 U 盘传递。</translation>
    </message>
    <message>
        <source>A laptop answers at {addresses}, but no hub runs on it.</source>
        <translation>{addresses} 处的电脑有应答，但上面没有运行中枢。</translation>
    </message>
    <message>
        <source>Work on: everything is recorded here. Start the hub there again.</source>
        <translation>请继续工作：一切都记录在本机。请在那台电脑上重新启动中枢。</translation>
    </message>
    <message>
        <source>This guest’s badge, issue {issue}, left in a file already.</source>
        <translation>该来宾的证件（第 {issue} 次签发）已存入文件发出。</translation>
    </message>
    <message>
        <source>Choose why a new one is needed: the former one stops working by it.</source>
        <translation>请选择补发原因：补发后旧证即失效。</translation>
    </message>
    <message>
        <source>No such file of badges was written, or it was taken back already.</source>
        <translation>没有这样的证件文件，或已撤回。</translation>
    </message>
    <message>
        <source>This cannot be done now: the guest’s ride stands at “{state}”.</source>
        <translation>现在不能这样做：该客人的乘车状态为“{state}”。</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at the guest’s ride again.</source>
        <translation>未作任何更改。请重新查看该客人的乘车状态。</translation>
    </message>
    <message>
        <source>It has to be said which bus, or the guest has to choose a route.</source>
        <translation>须指明车辆，或由客人选择线路。</translation>
    </message>
    <message>
        <source>Nothing was changed. Name the bus.</source>
        <translation>未作任何更改。请指明车辆。</translation>
    </message>
    <message>
        <source>It has to be said why.</source>
        <translation>须说明原因。</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose a reason from the list.</source>
        <translation>未作任何更改。请从列表中选择原因。</translation>
    </message>
    <message>
        <source>It has to be said whether the guest left belongings aboard.</source>
        <translation>须说明客人是否有物品留在车上。</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at the seat and in the hold, then say it.</source>
        <translation>未作任何更改。请查看座位和行李舱后再说明。</translation>
    </message>
    <message>
        <source>Bus {bus} has no seat left for a transfer.</source>
        <translation>{bus} 号车没有可供换乘的空座。</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another bus.</source>
        <translation>未作任何更改。请选择另一辆车。</translation>
    </message>
    <message>
        <source>This no-show was asked for already; a second person has to confirm it.</source>
        <translation>该客人已申请记为未到，须由另一人确认。</translation>
    </message>
    <message>
        <source>Nothing was changed. Let somebody else confirm it.</source>
        <translation>未作任何更改。请由另一人确认。</translation>
    </message>
    <message>
        <source>Nobody has asked for this no-show.</source>
        <translation>尚无人申请将该客人记为未到。</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask for it at the bus first.</source>
        <translation>未作任何更改。请先在车旁提出申请。</translation>
    </message>
    <message>
        <source>Whoever asked for a no-show does not confirm it.</source>
        <translation>申请记为未到的人不能自己确认。</translation>
    </message>
    <message>
        <source>Nothing was changed. Let a second person confirm it, here by name or on another laptop.</source>
        <translation>未作任何更改。请由另一人在此具名确认，或在另一台电脑上确认。</translation>
    </message>
    <message>
        <source>Nothing was said of this guest’s ride that could be taken back.</source>
        <translation>该客人的乘车没有可撤销的记录。</translation>
    </message>
    <message>
        <source>Nobody may override what the door says here.</source>
        <translation>这一提示任何人都不得破例。</translation>
    </message>
    <message>
        <source>Nothing was recorded. Call the duty officer.</source>
        <translation>未作记录。请联系值班主管。</translation>
    </message>
    <message>
        <source>Something else speaks against it that the guest boards bus {bus}.</source>
        <translation>还有其他原因使嘉宾不能上 {bus} 号车。</translation>
    </message>
    <message>
        <source>Nothing was recorded. Scan the badge again and read what the door says.</source>
        <translation>未作记录。请重新扫描证件，看车门提示。</translation>
    </message>
    <message>
        <source>It has to be said in words why the guest boards after all.</source>
        <translation>须写明为什么仍让嘉宾上车。</translation>
    </message>
    <message>
        <source>Nothing was recorded. Write a note, or choose a reason from the list.</source>
        <translation>未作记录。请写备注，或从列表中选择原因。</translation>
    </message>
    <message>
        <source>{file} has {rows} rows: a list of buses has at most {most}.</source>
        <translation>{file} 有 {rows} 行：车辆表最多 {most} 行。</translation>
    </message>
    <message>
        <source>Choose the list or the sheet that holds the buses; nothing was changed.</source>
        <translation>请选择存有车辆的文件或工作表；未作任何改动。</translation>
    </message>
    <message>
        <source>Others stand on the list of bus {bus} by now than on that paper.</source>
        <translation>{bus} 号车名单上的人已与那张纸不同。</translation>
    </message>
    <message>
        <source>Nothing was recorded. Key by badge number, or print the list anew.</source>
        <translation>没有记录任何内容。请按证件号录入，或重新打印名单。</translation>
    </message>
    <message>
        <source>That paper has no line {number}; its last one is {most}.</source>
        <translation>那张纸没有第 {number} 行，最后一行是 {most}。</translation>
    </message>
    <message>
        <source>Nothing was recorded. Key its lines once more.</source>
        <translation>没有记录任何内容。请重新录入行号。</translation>
    </message>
    <message>
        <source>The printer {printer} is not ready: {detail}.</source>
        <translation>打印机 {printer} 未就绪：{detail}。</translation>
    </message>
    <message>
        <source>Put that right: the badge waits, and is printed then.</source>
        <translation>请排除故障：证件在等待，之后即打印。</translation>
    </message>
    <message>
        <source>The printer {printer} cannot be set up like that: {detail}.</source>
        <translation>打印机 {printer} 不能这样设置：{detail}。</translation>
    </message>
    <message>
        <source>Say otherwise what it is; until then badges wait for it.</source>
        <translation>请改正它的设置；在此之前，证件会等待它。</translation>
    </message>
    <message>
        <source>The queue {queue} of {printer} is not on this computer any more.</source>
        <translation>{printer} 的队列 {queue} 已不在这台电脑上。</translation>
    </message>
    <message>
        <source>Add it again in the computer’s own printer settings, or choose another printer. The badge waits.</source>
        <translation>请在电脑系统的打印机设置中重新添加，或选择另一台打印机。证件会等待。</translation>
    </message>
    <message>
        <source>The print service of this computer does not answer.</source>
        <translation>这台电脑的打印服务没有应答。</translation>
    </message>
    <message>
        <source>Start it or the computer again, or choose another printer. The badge waits.</source>
        <translation>请重新启动打印服务或电脑，或选择另一台打印机。证件会等待。</translation>
    </message>
    <message>
        <source>The badge’s back is a page of its own, and {printer} prints fronts only.</source>
        <translation>证件的背面是单独的一页，而 {printer} 只打印正面。</translation>
    </message>
    <message>
        <source>Choose another printer, or a template whose back is folded.</source>
        <translation>请选择另一台打印机，或使用背面折叠的模板。</translation>
    </message>
    <message>
        <source>The picture cannot be used: {detail}.</source>
        <translation>图片无法使用：{detail}。</translation>
    </message>
    <message>
        <source>Save it smaller, as PNG or JPEG, and give it again.</source>
        <translation>请存为较小的 PNG 或 JPEG，再提供一次。</translation>
    </message>
    <message>
        <source>No printer of this laptop is called {name}.</source>
        <translation>本机没有名为 {name} 的打印机。</translation>
    </message>
    <message>
        <source>Add it in the settings, or choose one of those that are there.</source>
        <translation>请在设置中添加，或选用已有的打印机。</translation>
    </message>
    <message>
        <source>This laptop has no printer yet.</source>
        <translation>本机还没有打印机。</translation>
    </message>
    <message>
        <source>Add one in the settings; the badge waits.</source>
        <translation>请在设置中添加一台；证件会等待。</translation>
    </message>
    <message>
        <source>This laptop has a printer called {name} already.</source>
        <translation>本机已有名为 {name} 的打印机。</translation>
    </message>
    <message>
        <source>Give the new one another name.</source>
        <translation>请给新打印机另取一个名称。</translation>
    </message>
    <message>
        <source>Badges wait for {name}: {count}.</source>
        <translation>有 {count} 张证件在等待 {name}。</translation>
    </message>
    <message>
        <source>Send them to another printer or cancel them, then take it away.</source>
        <translation>请先把它们转到另一台打印机或取消，再移除这台。</translation>
    </message>
    <message>
        <source>Badges that are not known to be printed: {count}.</source>
        <translation>不能确定已打印的证件：{count} 张。</translation>
    </message>
    <message>
        <source>Put right what is said of each; then they can be printed again.</source>
        <translation>请逐一处理所列问题，然后即可重新打印。</translation>
    </message>
    <message>
        <source>The font {file} cannot be used: {detail}.</source>
        <translation>无法使用字体 {file}：{detail}。</translation>
    </message>
    <message>
        <source>Choose a TrueType font (.ttf) whose licence allows it in documents.</source>
        <translation>请选择许可允许嵌入文档的 TrueType 字体（.ttf）。</translation>
    </message>
    <message>
        <source>No font of the name {name} was added here.</source>
        <translation>这里没有添加名为 {name} 的字体。</translation>
    </message>
    <message>
        <source>Choose one of those that were added.</source>
        <translation>请从已添加的字体中选择。</translation>
    </message>
    <message>
        <source>Badges with letters that no badge font has: {count}.</source>
        <translation>含有证件字体所缺字符的证件：{count} 张。</translation>
    </message>
    <message>
        <source>Correct the letters, or let those badges bear the Latin name.</source>
        <translation>请更正这些字符，或让这些证件只印拉丁字母姓名。</translation>
    </message>
    <message>
        <source>The badge template {name} is not here, or has not come here yet.</source>
        <translation>证件模板 {name} 不在这里，或者还没有传到这里。</translation>
    </message>
    <message>
        <source>It comes with the news of the laptop on which it was added. There are: {known}.</source>
        <translation>它会随添加它的那台笔记本的新消息一起到来。现有：{known}。</translation>
    </message>
    <message>
        <source>The badge template {variant} needs another paper than {template}.</source>
        <translation>证件模板 {variant} 需要的纸张与 {template} 不同。</translation>
    </message>
    <message>
        <source>Give both the same page, fold and sheet.</source>
        <translation>请让两者的页面、折叠和纸张相同。</translation>
    </message>
    <message>
        <source>The forum’s badges are drawn by the template {name}.</source>
        <translation>论坛的证件正在使用模板 {name}。</translation>
    </message>
    <message>
        <source>Let them be drawn by another one first. Nothing was changed.</source>
        <translation>请先改用另一个模板。未作任何更改。</translation>
    </message>
    <message>
        <source>What is wrong with the template {file}: {count}.</source>
        <translation>模板 {file} 的问题：{count} 处。</translation>
    </message>
    <message>
        <source>Put right what is said of each, then check it again.</source>
        <translation>请逐一改正，然后重新检查。</translation>
    </message>
    <message>
        <source>The same two have counted bus {bus} together before.</source>
        <translation>这两人已经一起清点过 {bus} 号车。</translation>
    </message>
    <message>
        <source>Let somebody else count. Who is alone counts heads, then calls the roll.</source>
        <translation>请换人清点。只有一人时，先数人头，再逐个点名。</translation>
    </message>
    <message>
        <source>No further count is taken at bus {bus}.</source>
        <translation>{bus} 号车不再接受清点。</translation>
    </message>
    <message>
        <source>Look at what the counts say. To count once more, open the doors again first.</source>
        <translation>请查看清点结果。如需再数，请先重新开门。</translation>
    </message>
    <message>
        <source>Bus {bus} has not been counted alike by two people.</source>
        <translation>{bus} 号车尚无两人清点一致。</translation>
    </message>
    <message>
        <source>Two people count, neither telling the other; then it is released.</source>
        <translation>两人各数一遍，互不告知；一致后再放行。</translation>
    </message>
    <message>
        <source>Bus {bus} leaves without {short}, and each of them has to be named; named are {named}.</source>
        <translation>{bus} 号车缺 {short} 人，须逐一指名；已指名 {named} 人。</translation>
    </message>
    <message>
        <source>Call the names aboard, and choose who does not answer.</source>
        <translation>请在车上点名，选出没有应答的人。</translation>
    </message>
    <message>
        <source>Bus {bus} carries {people} besides who drives, and is licensed for {seats}: it may not leave.</source>
        <translation>{bus} 号车除司机外载有 {people} 人，核定座位 {seats} 个：不得发车。</translation>
    </message>
    <message>
        <source>Open the doors, move guests to another bus, and count again.</source>
        <translation>请打开车门，将部分嘉宾转到其他车辆，然后重新清点。</translation>
    </message>
    <message>
        <source>{name} is not aboard bus {bus} by any scan.</source>
        <translation>没有扫码记录显示{name}在 {bus} 号车上。</translation>
    </message>
    <message>
        <source>Only who was scanned aboard can be unaccounted for.</source>
        <translation>只有扫码上车的人才会去向不明。</translation>
    </message>
    <message>
        <source>{name} is aboard bus {bus}: somebody who stays releases it.</source>
        <translation>{name}在 {bus} 号车上：须由不随车的人放行。</translation>
    </message>
    <message>
        <source>Ask a dispatcher. Cut off, its coordinator and a second person may release it.</source>
        <translation>请找线路调度。失去联络时，可由本车协调员与第二人放行。</translation>
    </message>
    <message>
        <source>Bus {bus} is “{state}” by now: doors that are opened make that void.</source>
        <translation>车辆 {bus} 现已“{state}”：开门会使其作废。</translation>
    </message>
    <message>
        <source>Look at the bus again, and hold the button that says so if it is meant.</source>
        <translation>请再看一眼该车辆；确实要开门时，请按住写明后果的按钮。</translation>
    </message>
    <message>
        <source>Nothing about how bus {bus} was released waits to be reviewed.</source>
        <translation>{bus} 号车的放行没有待复核之处。</translation>
    </message>
    <message>
        <source>No row of {file} holds the headings of a list of operators.</source>
        <translation>{file} 中没有一行是操作员名单的表头。</translation>
    </message>
    <message>
        <source>Head its columns name, role, badge number; nothing was changed.</source>
        <translation>请把表头写为姓名、角色、证件号；没有任何更改。</translation>
    </message>
    <message>
        <source>“{name}” is no stop that bus {bus} has ahead.</source>
        <translation>“{name}”不是车辆 {bus} 前方的站点。</translation>
    </message>
    <message>
        <source>Ahead are: {known}. Nothing was changed.</source>
        <translation>前方有：{known}。未作任何更改。</translation>
    </message>
    <message>
        <source>Route {route} has no stop {name}.</source>
        <translation>线路 {route} 没有第 {name} 站。</translation>
    </message>
    <message>
        <source>Its stops are numbered from 1 to {most}. Nothing was changed.</source>
        <translation>站点编号为 1 至 {most}。未作任何更改。</translation>
    </message>
    <message>
        <source>“{name}” is the only stop of route {route}: a route has one at least.</source>
        <translation>“{name}”是线路 {route} 的唯一站点：线路至少要有一站。</translation>
    </message>
    <message>
        <source>Add another stop first, or rename this one. Nothing was changed.</source>
        <translation>请先添加另一站，或修改该站的名称。未作任何改动。</translation>
    </message>
    <message>
        <source>Bus {bus} stands at “{name}”: the stop cannot go while a bus is there.</source>
        <translation>车辆 {bus} 正停靠在“{name}”：有车停靠时不能删除该站。</translation>
    </message>
    <message>
        <source>Let the bus leave first. Nothing was changed.</source>
        <translation>请先让车辆离开。未作任何更改。</translation>
    </message>
    <message>
        <source>Bus {bus} did nothing at its stops that can be taken back now.</source>
        <translation>车辆 {bus} 在站点没有现在可以撤回的记录。</translation>
    </message>
    <message>
        <source>Only its last arrival or departure is taken back, before anybody counts. Nothing was changed.</source>
        <translation>只能在清点之前撤回最近一次到站或发车。未作任何更改。</translation>
    </message>
    <message>
        <source>{people} people are aboard bus {bus}: it cannot be cancelled.</source>
        <translation>车辆 {bus} 上有 {people} 人，不能取消。</translation>
    </message>
    <message>
        <source>Let them get off, or change to another bus, first. Nothing was changed.</source>
        <translation>请先让他们下车或换乘其他车辆。未作任何更改。</translation>
    </message>
    <message>
        <source>Bus {bus} lacks something that it needs to be ready.</source>
        <translation>车辆 {bus} 尚缺就绪所需的信息。</translation>
    </message>
    <message>
        <source>The board of buses says what. Its doors may be opened all the same.</source>
        <translation>调度看板会列出所缺。仍可打开车门。</translation>
    </message>
    <message>
        <source>Bus {bus} cannot take over from itself.</source>
        <translation>车辆 {bus} 不能接替自己。</translation>
    </message>
    <message>
        <source>Nothing was changed. Name another bus.</source>
        <translation>未作任何更改。请指定另一辆车。</translation>
    </message>
    <message>
        <source>Bus {bus} serves route {route}, bus {old} serves route {wanted}.</source>
        <translation>车辆 {bus} 属于线路 {route}，车辆 {old} 属于线路 {wanted}。</translation>
    </message>
    <message>
        <source>Nothing was changed. Put the substitute on the same route first.</source>
        <translation>未作任何更改。请先把接替车辆编入同一线路。</translation>
    </message>
    <message>
        <source>Bus {bus} is “{state}” and takes nobody over.</source>
        <translation>车辆 {bus} 现为“{state}”，不能接替。</translation>
    </message>
    <message>
        <source>Nothing was changed. Name a bus whose boarding has not ended.</source>
        <translation>未作任何更改。请指定一辆尚未结束上车的车。</translation>
    </message>
    <message>
        <source>Bus {bus} has no seat and no place for any of the {people} of bus {old}.</source>
        <translation>车辆 {old} 的 {people} 人，车辆 {bus} 一个座位或轮椅位都安排不下。</translation>
    </message>
    <message>
        <source>No other bus takes over from bus {bus}.</source>
        <translation>没有别的车接替车辆 {bus}。</translation>
    </message>
    <message>
        <source>Scanned aboard bus {bus} already: {people}. The swap is not taken back.</source>
        <translation>已有 {people} 人在车辆 {bus} 扫码上车，不能再撤回换车。</translation>
    </message>
    <message>
        <source>Nothing was changed. Swap again, or move guests one by one.</source>
        <translation>未作任何更改。请再换一次车，或逐一移动来宾。</translation>
    </message>
    <message>
        <source>By the scans {people} are still aboard bus {bus}, from which another takes over.</source>
        <translation>按扫码记录，被接替的车辆 {bus} 上还有 {people} 人。</translation>
    </message>
    <message>
        <source>Scan them on the substitute, move them to another bus, or say what became of them; then look again.</source>
        <translation>请在接替车辆上扫其证件，或移到别的车，或说明其去向，然后再查看。</translation>
    </message>
    <message>
        <source>The seats of bus {bus} were changed by hand since that list was taken in.</source>
        <translation>该名单导入后，车辆 {bus} 的座位数已被手工修改。</translation>
    </message>
    <message>
        <source>The list stays as it is. Put the seats right at the bus itself.</source>
        <translation>名单保持不变。请直接修改该车的座位数。</translation>
    </message>
    <message>
        <source>This record was written by an earlier version, and the disk has too little room to bring it up to date: {needed} MB are needed, {free} MB are free.</source>
        <translation>这份记录由较早的版本写成，磁盘空间不足，无法更新：需要 {needed} MB，现有 {free} MB。</translation>
    </message>
    <message>
        <source>Nothing was changed. Free some space, then open it again.</source>
        <translation>未作任何改动。请腾出空间后重新打开。</translation>
    </message>
    <message>
        <source>The emergency at bus {bus} is on already; its list is frozen.</source>
        <translation>车辆 {bus} 的紧急情况已经发出，名单已冻结。</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at its list.</source>
        <translation>未作任何更改。请查看其名单。</translation>
    </message>
    <message>
        <source>No emergency was called at bus {bus}.</source>
        <translation>车辆 {bus} 没有发出过紧急情况。</translation>
    </message>
    <message>
        <source>The emergency at bus {bus} was ended already.</source>
        <translation>车辆 {bus} 的紧急情况已经结束。</translation>
    </message>
    <message>
        <source>Marked as injured at bus {bus}: {people}. That is no false alarm.</source>
        <translation>车辆 {bus} 上标为受伤的人数：{people}。这不是误报。</translation>
    </message>
    <message>
        <source>Nothing was changed. End the emergency, or mark those people anew.</source>
        <translation>未作任何更改。请结束紧急情况，或重新标记这些人。</translation>
    </message>
    <message>
        <source>Nobody at bus {bus} is called {name}.</source>
        <translation>车辆 {bus} 上没有名为 {name} 的人。</translation>
    </message>
    <message>
        <source>Name a guest by badge number, or one of the crew as the list does.</source>
        <translation>请用证件号指明嘉宾，或按名单上的写法指明随车人员。</translation>
    </message>
    <message>
        <source>They stand on the list of bus {bus} already.</source>
        <translation>他们已在车辆 {bus} 的名单上。</translation>
    </message>
    <message>
        <source>{name} is on the list of bus {bus} by now.</source>
        <translation>{name} 现已在车辆 {bus} 的名单上。</translation>
    </message>
    <message>
        <source>{name} has no badge that is valid.</source>
        <translation>{name} 没有有效的证件。</translation>
    </message>
    <message>
        <source>Nobody’s seat was changed. Restore the badge first.</source>
        <translation>没有更改任何人的座位。请先恢复证件。</translation>
    </message>
    <message>
        <source>The badge template {name} is larger than a forum can carry.</source>
        <translation>证件模板 {name} 太大，论坛文件装不下。</translation>
    </message>
    <message>
        <source>Let its pictures be smaller files. Nothing was kept.</source>
        <translation>请换用更小的图片文件。没有保存任何内容。</translation>
    </message>
    <message>
        <source>Add the printer anew in the Settings, move its badges there, then take this one away. The badge waits.</source>
        <translation>请在“设置”中重新添加该打印机，把证件转到那里，再移除这一台。证件会等待。</translation>
    </message>
    <message>
        <source>{file} in {folder} is only a link to a file elsewhere.</source>
        <translation>{folder} 中的 {file} 只是一个链接，文件本身在别处。</translation>
    </message>
    <message>
        <source>Nothing was changed. Move that file here in its place, with those beside it that are called like it, or link the whole folder.</source>
        <translation>未作任何更改。请将该文件连同其旁边名称以它开头的文件一起移到这里，或改为链接整个文件夹。</translation>
    </message>
</context>
<context>
    <name>ProgrammeField</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>场地</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>May enter</source>
        <translation>可进入</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>字母</translation>
    </message>
    <message>
        <source>Colour on the badge</source>
        <translation>证件颜色</translation>
    </message>
    <message>
        <source>Rank, 1 comes first</source>
        <translation>位次（1 在最前）</translation>
    </message>
    <message>
        <source>Rides on a bus for VIPs</source>
        <translation>乘贵宾车</translation>
    </message>
    <message>
        <source>Its buses need a charter sign</source>
        <translation>车辆需包车标志牌</translation>
    </message>
    <message>
        <source>Session of the buses</source>
        <translation>车辆所属场次</translation>
    </message>
    <message>
        <source>Category of whoever is given none</source>
        <translation>未注明类别者的类别</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>without {name}</source>
        <translation>没有 {name}</translation>
    </message>
    <message>
        <source>Doors, minutes before</source>
        <translation>提前开门（分）</translation>
    </message>
    <message>
        <source>Stops, parted by ;</source>
        <translation>站点，用“；”分隔</translation>
    </message>
</context>
<context>
    <name>ProgrammePanel</name>
    <message>
        <source>Settings</source>
        <extracomment>Lines that hold so little that four of them share a row. Lines that hold a text for people, before which an input method may stand.</extracomment>
        <translation>设置</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>日程</translation>
    </message>
    <message>
        <source>Add nothing</source>
        <translation>不添加</translation>
    </message>
    <message>
        <source>Put the stops in order</source>
        <translation>调整站点</translation>
    </message>
</context>
<context>
    <name>ProgrammeScreen</name>
    <message>
        <source>Sessions, categories and routes. What is typed holds once the line is left, on every laptop, and can be taken back at the top. What guests rest on cannot be taken away.</source>
        <translation>场次、类别和线路。离开一行后，所填内容即在所有电脑上生效，可在上方撤销。嘉宾正在使用的内容不能删除。</translation>
    </message>
</context>
<context>
    <name>ProgrammeWords</name>
    <message>
        <source>Sessions</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>新场次</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>新类别</translation>
    </message>
    <message>
        <source>New route</source>
        <translation>新线路</translation>
    </message>
    <message>
        <source>Every change holds at once, on every laptop.</source>
        <translation>每项更改立即在所有电脑上生效。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>还没有。</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Added: {name}</source>
        <translation>已添加：{name}</translation>
    </message>
    <message>
        <source>Changed: {name}</source>
        <translation>已更改：{name}</translation>
    </message>
    <message>
        <source>Taken away: {name}</source>
        <translation>已删除：{name}</translation>
    </message>
    <message>
        <source>Nothing is added before the blue button.</source>
        <translation>点击蓝色按钮后才会添加。</translation>
    </message>
    <message>
        <source>Rank {rank}</source>
        <translation>位次 {rank}</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Desk</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Buses</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Overview</source>
        <extracomment>The words of the rail by the key of a screen.</extracomment>
        <translation>总览</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>First time at this session</source>
        <extracomment>Keys are reasons, or a reason, a dot and the detail that is missing: see `variant`.</extracomment>
        <translation>首次进入本场次</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>已入场</translation>
    </message>
    <message>
        <source>Back at this session</source>
        <translation>再次进入本场次</translation>
    </message>
    <message>
        <source>Wave on.</source>
        <translation>请放行。</translation>
    </message>
    <message>
        <source>Back in</source>
        <translation>再次入场</translation>
    </message>
    <message>
        <source>Has left this session</source>
        <translation>已离开本场次</translation>
    </message>
    <message>
        <source>Recorded. They may come back with this badge.</source>
        <translation>已记录，凭此证件可再次入场。</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>已离场</translation>
    </message>
    <message>
        <source>Already in since {since}</source>
        <translation>{since} 已入场</translation>
    </message>
    <message>
        <source>Wave on. Nothing is counted twice.</source>
        <translation>请放行，不会重复计数。</translation>
    </message>
    <message>
        <source>Already in</source>
        <translation>已入场</translation>
    </message>
    <message>
        <source>Was not scanned in here</source>
        <translation>没有本场次的入场记录</translation>
    </message>
    <message>
        <source>Let them out. Nothing is counted.</source>
        <translation>可以离开，不计数。</translation>
    </message>
    <message>
        <source>Was not in</source>
        <translation>无入场记录</translation>
    </message>
    <message>
        <source>Already in since {since}, scanned by {station}</source>
        <translation>{since} 已在 {station} 签到入场</translation>
    </message>
    <message>
        <source>Ask: “Have you been in already?” and compare the name.</source>
        <translation>请问：“您刚才进过场吗？”并核对姓名。</translation>
    </message>
    <message>
        <source>The doors open at {opens}</source>
        <translation>{opens} 开始入场</translation>
    </message>
    <message>
        <source>Ask the guest to wait until then.</source>
        <translation>请来宾稍候。</translation>
    </message>
    <message>
        <source>Not open yet</source>
        <translation>尚未开放</translation>
    </message>
    <message>
        <source>This session ended at {closed}</source>
        <translation>本场次已于 {closed} 结束</translation>
    </message>
    <message>
        <source>Show the guest what is on now.</source>
        <translation>请告知来宾正在进行的场次。</translation>
    </message>
    <message>
        <source>Session over</source>
        <translation>场次已结束</translation>
    </message>
    <message>
        <source>This category is not admitted here</source>
        <translation>该类别不能进入本场次</translation>
    </message>
    <message>
        <source>Show the guest the way to their own session.</source>
        <translation>请指引来宾前往其所属场次。</translation>
    </message>
    <message>
        <source>Not admitted here</source>
        <translation>类别不符</translation>
    </message>
    <message>
        <source>Aboard, {aboard} of {seats}</source>
        <translation>已上车 {aboard} / {seats}</translation>
    </message>
    <message>
        <source>Aboard</source>
        <translation>已上车</translation>
    </message>
    <message>
        <source>By override; aboard, {aboard} of {seats}</source>
        <translation>破例上车，{aboard} / {seats}</translation>
    </message>
    <message>
        <source>Aboard by override</source>
        <translation>破例上车</translation>
    </message>
    <message>
        <source>Has got off this bus</source>
        <translation>已下车</translation>
    </message>
    <message>
        <source>No longer counted aboard.</source>
        <translation>不再计入车上人数。</translation>
    </message>
    <message>
        <source>Got off</source>
        <translation>已下车</translation>
    </message>
    <message>
        <source>Aboard since {since}</source>
        <translation>{since} 已上车</translation>
    </message>
    <message>
        <source>Already aboard</source>
        <translation>已在车上</translation>
    </message>
    <message>
        <source>Was not scanned aboard</source>
        <translation>没有上车记录</translation>
    </message>
    <message>
        <source>Let them off. Nothing is counted.</source>
        <translation>可以下车，不计数。</translation>
    </message>
    <message>
        <source>Was not aboard</source>
        <translation>无上车记录</translation>
    </message>
    <message>
        <source>Same route, listed on bus {bus}</source>
        <translation>线路相同，应乘 {bus} 号车</translation>
    </message>
    <message>
        <source>It stands in bay {bay}. Seats left here: {seats}.</source>
        <translation>该车停在 {bay} 号位。本车余座 {seats}。</translation>
    </message>
    <message>
        <source>Listed on another bus</source>
        <translation>应乘另一辆车</translation>
    </message>
    <message>
        <source>Seats left here: {seats}.</source>
        <translation>本车余座 {seats}。</translation>
    </message>
    <message>
        <source>Belongs on bus {bus}, route {route}</source>
        <translation>应乘 {bus} 号车（线路 {route}）</translation>
    </message>
    <message>
        <source>It stands in bay {bay} and departs at {departs}.</source>
        <translation>该车停在 {bay} 号位，{departs} 发车。</translation>
    </message>
    <message>
        <source>Other route</source>
        <translation>线路不符</translation>
    </message>
    <message>
        <source>Show the way; the coordinator knows where it stands.</source>
        <translation>请为来宾指路，停车位置可问协调员。</translation>
    </message>
    <message>
        <source>It stands in bay {bay}.</source>
        <translation>该车停在 {bay} 号位。</translation>
    </message>
    <message>
        <source>Chose route {route}, not this one</source>
        <translation>所选为线路 {route}，不是本线路</translation>
    </message>
    <message>
        <source>No bus is set for them yet: call the coordinator.</source>
        <translation>尚未安排车辆，请联系协调员。</translation>
    </message>
    <message>
        <source>Scanned aboard bus {bus} at {since}</source>
        <translation>{since} 已在 {bus} 号车扫码上车</translation>
    </message>
    <message>
        <source>Ask: “Have you changed buses?” Boarding here takes them off {bus}.</source>
        <translation>请问：“您换车了吗？”在此上车即从 {bus} 移出。</translation>
    </message>
    <message>
        <source>Aboard another bus</source>
        <translation>已在另一辆车上</translation>
    </message>
    <message>
        <source>The delegates’ seats are taken: {aboard} of {seats}</source>
        <translation>来宾座位已满：{aboard} / {seats}</translation>
    </message>
    <message>
        <source>Board only if the coordinator gives up a staff seat.</source>
        <translation>协调员让出工作座位后方可上车。</translation>
    </message>
    <message>
        <source>Bus full</source>
        <translation>满员</translation>
    </message>
    <message>
        <source>All {seats} licensed seats are taken</source>
        <translation>核载 {seats} 座已全部坐满</translation>
    </message>
    <message>
        <source>Nobody may board. Send the guest to the coordinator.</source>
        <translation>任何人不得再上车，请来宾找协调员。</translation>
    </message>
    <message>
        <source>No licensed seat</source>
        <translation>已达核载</translation>
    </message>
    <message>
        <source>No accessible place is left on this bus</source>
        <translation>本车无障碍席位已满</translation>
    </message>
    <message>
        <source>Take the guest to bus {bus}, which has one.</source>
        <translation>请带来宾去 {bus} 号车，该车仍有席位。</translation>
    </message>
    <message>
        <source>No accessible place</source>
        <translation>无障碍席位已满</translation>
    </message>
    <message>
        <source>No accessible place is left on this route</source>
        <translation>本线路无障碍席位已满</translation>
    </message>
    <message>
        <source>Call the coordinator at once; the guest waits with you.</source>
        <translation>请立即联系协调员，并陪同来宾等候。</translation>
    </message>
    <message>
        <source>Chose no route</source>
        <translation>未选线路</translation>
    </message>
    <message>
        <source>Ask: “Would you like to come on this tour?”</source>
        <translation>请问：“您愿意参加这条线路吗？”</translation>
    </message>
    <message>
        <source>No route chosen</source>
        <translation>未选线路</translation>
    </message>
    <message>
        <source>Right route, on no bus’s list</source>
        <translation>线路相符，未列入任何车辆名单</translation>
    </message>
    <message>
        <source>Board them if a seat is free.</source>
        <translation>有空座即可上车。</translation>
    </message>
    <message>
        <source>On no list</source>
        <translation>未列入名单</translation>
    </message>
    <message>
        <source>The doors of this bus are closed</source>
        <translation>本车车门关闭，现在不上车</translation>
    </message>
    <message>
        <source>Ask the guest to wait, or open the doors.</source>
        <translation>请来宾稍候，或开始上车。</translation>
    </message>
    <message>
        <source>Doors closed</source>
        <translation>车门关闭</translation>
    </message>
    <message>
        <source>This bus has been released</source>
        <translation>本车已准予发车</translation>
    </message>
    <message>
        <source>Send the guest to the coordinator.</source>
        <translation>请来宾找协调员。</translation>
    </message>
    <message>
        <source>Bus released</source>
        <translation>已准予发车</translation>
    </message>
    <message>
        <source>Emergency at this bus: its list is frozen</source>
        <translation>本车辆处于紧急情况：名单已冻结</translation>
    </message>
    <message>
        <source>Nobody boards. Mark the guest on the emergency list: safe or injured.</source>
        <translation>任何人不得上车。请在紧急名单上标记该嘉宾：安全或受伤。</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>紧急情况</translation>
    </message>
    <message>
        <source>Let in by your answer</source>
        <translation>经您确认放行</translation>
    </message>
    <message>
        <source>It is recorded. Wave on.</source>
        <translation>已记录，请放行。</translation>
    </message>
    <message>
        <source>Let in after asking</source>
        <translation>询问后放行</translation>
    </message>
    <message>
        <source>A genuine badge; its details are not here yet</source>
        <translation>证件真实，资料尚未同步到本机</translation>
    </message>
    <message>
        <source>Compare the name on the badge with the guest.</source>
        <translation>请核对证件姓名与本人。</translation>
    </message>
    <message>
        <source>Details not here</source>
        <translation>资料未到</translation>
    </message>
    <message>
        <source>This badge was replaced at {since}</source>
        <translation>该证件已于 {since} 换发</translation>
    </message>
    <message>
        <source>Keep it. Ask for the new badge, issue {issue}.</source>
        <translation>请收回，并请出示第 {issue} 版新证件。</translation>
    </message>
    <message>
        <source>Old badge</source>
        <translation>旧证件</translation>
    </message>
    <message>
        <source>This badge was replaced</source>
        <translation>该证件已换发</translation>
    </message>
    <message>
        <source>Issue {issue}: newer than this laptop knows</source>
        <translation>第 {issue} 版证件，本机尚未收到</translation>
    </message>
    <message>
        <source>Printed elsewhere: compare the name.</source>
        <translation>由其他柜台打印，请核对证件姓名。</translation>
    </message>
    <message>
        <source>Newer badge</source>
        <translation>较新的证件</translation>
    </message>
    <message>
        <source>This badge is no longer valid</source>
        <translation>该证件已作废</translation>
    </message>
    <message>
        <source>Keep the badge and call the supervisor.</source>
        <translation>请收回证件并呼叫主管。</translation>
    </message>
    <message>
        <source>Revoked badge</source>
        <translation>作废证件</translation>
    </message>
    <message>
        <source>Only part of the code arrived</source>
        <translation>只读到部分二维码</translation>
    </message>
    <message>
        <source>Not the guest’s fault. Hold it flat and scan again.</source>
        <translation>不是来宾的问题。请放平后重新扫描。</translation>
    </message>
    <message>
        <source>Only part arrived</source>
        <translation>只读到一部分</translation>
    </message>
    <message>
        <source>The code arrived damaged</source>
        <translation>二维码读取有误</translation>
    </message>
    <message>
        <source>Not the guest’s fault. Scan again, or type the number under it.</source>
        <translation>不是来宾的问题。请重新扫描，或输入码下编号。</translation>
    </message>
    <message>
        <source>Code damaged</source>
        <translation>读取有误</translation>
    </message>
    <message>
        <source>Not one of our codes</source>
        <translation>不是本论坛的二维码</translation>
    </message>
    <message>
        <source>Ask for the forum’s badge, or find the name.</source>
        <translation>请出示论坛证件，或按姓名查找。</translation>
    </message>
    <message>
        <source>Not our code</source>
        <translation>非本论坛二维码</translation>
    </message>
    <message>
        <source>Signed by no laptop known here</source>
        <translation>签发设备不在本机名单中</translation>
    </message>
    <message>
        <source>It may be another forum’s badge. Ask for this one’s, or find the name.</source>
        <translation>可能是其他论坛的证件。请出示本论坛证件，或按姓名查找。</translation>
    </message>
    <message>
        <source>Unknown signature</source>
        <translation>签发设备未知</translation>
    </message>
    <message>
        <source>This laptop could not decide</source>
        <translation>本机未能判定</translation>
    </message>
    <message>
        <source>Not the guest’s fault. Scan again, or find the name.</source>
        <translation>不是来宾的问题。请重新扫描，或按姓名查找。</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>未能判定</translation>
    </message>
    <message>
        <source>By transfer from bus {bus}; aboard, {aboard} of {seats}</source>
        <translation>由 {bus} 号车换乘；已上车，{aboard} / {seats}</translation>
    </message>
    <message>
        <source>Aboard by transfer</source>
        <translation>换乘上车</translation>
    </message>
    <message>
        <source>By transfer; aboard, {aboard} of {seats}</source>
        <translation>换乘；已上车，{aboard} / {seats}</translation>
    </message>
    <message>
        <source>From standby; aboard, {aboard} of {seats}</source>
        <translation>候补上车；已上车，{aboard} / {seats}</translation>
    </message>
    <message>
        <source>Aboard from standby</source>
        <translation>候补上车</translation>
    </message>
    <message>
        <source>On standby, place {rank}; seats free for those who wait: {seats}</source>
        <translation>候补第 {rank} 位；可供候补的空座：{seats}</translation>
    </message>
    <message>
        <source>Ask the guest to wait. Board them only if those before them do not come.</source>
        <translation>请客人等候。排在前面的人不来时，才让其上车。</translation>
    </message>
    <message>
        <source>On standby</source>
        <translation>候补中</translation>
    </message>
    <message>
        <source>With one wheelchair more, this bus carries {seats}; {aboard} are aboard</source>
        <translation>再上一位轮椅来宾，本车只能载 {seats} 人；现有 {aboard} 人在车上</translation>
    </message>
    <message>
        <source>Take the guest to bus {bus}, which has a place.</source>
        <translation>请带来宾前往 {bus} 号车，那里还有位置。</translation>
    </message>
</context>
<context>
    <name>RecordPanel</name>
    <message>
        <source>Discard</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Let this hold</source>
        <translation>以此为准</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Void that record</source>
        <translation>作废那份档案</translation>
    </message>
    <message>
        <source>Same person as no.</source>
        <translation>与此编号为同一人</translation>
    </message>
    <message>
        <source>Take them apart</source>
        <translation>拆分</translation>
    </message>
</context>
<context>
    <name>RecordScreen</name>
    <message>
        <source>The record keeps what you typed.</source>
        <extracomment>Drafts are written when nobody has typed for this long, in milliseconds.</extracomment>
        <translation>档案保留已输入的内容。</translation>
    </message>
    <message>
        <source>Everything that is known of one person. Put right what is wrong and press Ctrl Enter, or hold Ctrl P: that saves and prints a new badge, and the former one stops working. At the side stands what was written when and by which laptop; where two laptops wrote different things, choose which holds. With a reason the badge is revoked, or restored. Where the same person has another record, type its badge number: this record then stands for both, and they can be taken apart again. What is typed stays while you scan, and also if the laptop restarts.</source>
        <translation>一个人的全部信息。改正错误后按 Ctrl Enter 保存；按住 Ctrl P 则保存并打印新证件，旧证件随即失效。旁边列出何时、由哪台电脑写入了什么；两台电脑写得不同时，选择以哪个为准。填写原因后可作废或恢复证件。同一人有另一份档案时，输入其证件编号：两份即由本档案代表，也可再拆分。扫描时、电脑重启后，已输入的内容都会保留。</translation>
    </message>
</context>
<context>
    <name>RecordWords</name>
    <message>
        <source>Choose somebody first: F2 finds a person, F3 opens the record of whoever is in sight.</source>
        <extracomment>More of what was written than anybody reads at a desk.</extracomment>
        <translation>请先选择人员：按 F2 查找，按 F3 打开当前人员的档案。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save and print the badge</source>
        <translation>保存并打印证件</translation>
    </message>
    <message>
        <source>Hold: save, print {number}</source>
        <translation>按住：保存并打印 {number}</translation>
    </message>
    <message>
        <source>Save, print {number}</source>
        <translation>保存并打印 {number}</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The name cannot be empty.</source>
        <translation>姓名不能为空。</translation>
    </message>
    <message>
        <source>The badge fonts lack {characters}. Agree on another spelling, or let the badge bear the Latin name.</source>
        <translation>证件字体缺少 {characters}。请与来宾商定其他写法，或仅印拉丁字母姓名。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Saved. Badge {number} is on its way to the printer.</source>
        <translation>已保存。证件 {number} 正送往打印机。</translation>
    </message>
    <message>
        <source>Every badge is void now.</source>
        <translation>所有证件现已作废。</translation>
    </message>
    <message>
        <source>The badge is valid again.</source>
        <translation>证件已恢复有效。</translation>
    </message>
    <message>
        <source>Void: {reason}</source>
        <translation>已作废：{reason}</translation>
    </message>
    <message>
        <source>Restore the badge</source>
        <translation>恢复证件</translation>
    </message>
    <message>
        <source>Revoke the badge</source>
        <translation>作废证件</translation>
    </message>
    <message>
        <source>Two laptops revoked and restored it apart.</source>
        <translation>两台电脑分别作废和恢复了该证件。</translation>
    </message>
    <message>
        <source>{bus}, emergency: two laptops marked this person differently. Settle it in the inbox.</source>
        <translation>{bus}，紧急情况：两台电脑对此人的标记不同。请在“待处理”中裁定。</translation>
    </message>
    <message>
        <source>{bus}, emergency</source>
        <translation>{bus}，紧急情况</translation>
    </message>
    <message>
        <source>Two laptops wrote {field} differently</source>
        <translation>两台电脑写入的{field}不同</translation>
    </message>
    <message>
        <source>from a list</source>
        <translation>来自名单</translation>
    </message>
    <message>
        <source>Badge of issue {number} is not handed over after all</source>
        <translation>第 {number} 版证件其实尚未领取</translation>
    </message>
    <message>
        <source>Badge of issue {number} handed over</source>
        <translation>第 {number} 版证件已领取</translation>
    </message>
    <message>
        <source>Taken along by {name}</source>
        <translation>由 {name} 代领</translation>
    </message>
    <message>
        <source>Boarded bus {bus} by override; taken back</source>
        <translation>破例上了 {bus} 号车；已撤销</translation>
    </message>
    <message>
        <source>Boarded bus {bus} by override</source>
        <translation>破例上了 {bus} 号车</translation>
    </message>
    <message>
        <source>Brought by a list</source>
        <translation>由名单导入</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>现场登记</translation>
    </message>
    <message>
        <source>Badge replaced by issue {number}</source>
        <translation>证件已更换为第 {number} 版</translation>
    </message>
    <message>
        <source>Badge revoked</source>
        <translation>证件已作废</translation>
    </message>
    <message>
        <source>Badge restored</source>
        <translation>证件已恢复</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Nobody else has this number.</source>
        <translation>没有其他人使用此编号。</translation>
    </message>
    <message>
        <source>One record now stands for both.</source>
        <translation>两份档案现由这一份代表。</translation>
    </message>
    <message>
        <source>Each record stands by itself again.</source>
        <translation>两份档案已各自独立。</translation>
    </message>
    <message>
        <source>Two records merged</source>
        <translation>两份档案已合并</translation>
    </message>
    <message>
        <source>Records taken apart</source>
        <translation>合并已拆分</translation>
    </message>
    <message>
        <source>Badge of issue {number} saved to a file</source>
        <translation>第 {number} 次签发的证件已存入文件</translation>
    </message>
</context>
<context>
    <name>Remark</name>
    <message>
        <source>No language in common: this bus speaks {languages}.</source>
        <translation>语言不通：本车使用{languages}。</translation>
    </message>
    <message>
        <source>The list here is old: last exchange {time}.</source>
        <translation>本机名单较旧：上次同步 {time}。</translation>
    </message>
    <message>
        <source>The list here is old: the others were never met.</source>
        <translation>本机名单较旧：尚未与其他电脑同步。</translation>
    </message>
</context>
<context>
    <name>ReseatingPanel</name>
    <message>
        <source>Plan</source>
        <extracomment>Pixels from the edge of the buses at which they go on while guests are held there, and how far with each move of the hand.</extracomment>
        <translation>排座</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Whole delegation</source>
        <translation>整个代表团</translation>
    </message>
    <message>
        <source>Take in hand</source>
        <translation>开始移动</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>放回原处</translation>
    </message>
    <message>
        <source>Buses of the route</source>
        <translation>线路车辆</translation>
    </message>
    <message>
        <source>Guests of the bus</source>
        <translation>车上嘉宾名单</translation>
    </message>
</context>
<context>
    <name>ReseatingScreen</name>
    <message>
        <source>Guests are dragged onto another bus; while they are over it, it is said what that costs, and why where it may not be. Who has no bus stands above the buses, the other routes stand below them and open as guests are held there. By keys: up and down choose a guest, Space marks one more, D a whole delegation, M takes them in hand; then up and down choose the bus, left and right the route, Enter moves them, Esc leaves them. Left and right go to another bus’s guests. Ctrl Z takes a move back. Who is aboard changes buses by a transfer.</source>
        <translation>把嘉宾拖到另一辆车上；停在那辆车上时会说明代价，不可以时说明原因。尚无车辆的嘉宾排在各车之上，其他线路排在下面，把嘉宾停在那里即打开该线路。用按键：上下键选择嘉宾，空格再选一位，D 选整个代表团，M 拿在手里；然后上下键选车，左右键选线路，回车移动，Esc 放下。未拿人时左右键查看其他车的嘉宾。Ctrl Z 撤销移动。已上车的人通过换车来换。</translation>
    </message>
</context>
<context>
    <name>ReseatingWords</name>
    <message>
        <source>Drag guests onto another bus, or take them in hand by M.</source>
        <translation>将嘉宾拖到另一辆车上，或按 M 开始移动。</translation>
    </message>
    <message>
        <source>Guests of bus {bus}</source>
        <translation>{bus} 车嘉宾</translation>
    </message>
    <message>
        <source>Nobody is on the list of this bus.</source>
        <translation>此车名单上没有人。</translation>
    </message>
    <message>
        <source>Move to bus {bus}</source>
        <translation>移至 {bus} 车</translation>
    </message>
    <message>
        <source>Choose a bus</source>
        <translation>请选择车辆</translation>
    </message>
    <message>
        <source>From bus {origin} to bus {bus}: {people}</source>
        <translation>{origin} 车 → {bus} 车：{people} 人</translation>
    </message>
    <message>
        <source>Nobody was moved: what it costs was not known yet. Let go over the bus once it is said.</source>
        <translation>未移动任何人：影响尚未算出。请在显示后再放到车上。</translation>
    </message>
    <message>
        <source>VIPs</source>
        <translation>贵宾</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>needs an accessible place</source>
        <translation>需无障碍座位</translation>
    </message>
    <message>
        <source>Chosen: {people}</source>
        <translation>已选：{people} 人</translation>
    </message>
    <message>
        <source>In hand: {people}. Hold them over a bus to see what it costs.</source>
        <translation>正在移动：{people} 人。停在车辆上可查看影响。</translation>
    </message>
    <message>
        <source>Looking what it costs…</source>
        <translation>正在计算影响…</translation>
    </message>
    <message>
        <source>{people} to bus {bus}</source>
        <translation>{people} 人至 {bus} 车</translation>
    </message>
    <message>
        <source>{seated} of {seats} seats</source>
        <translation>{seats} 座中的 {seated} 座</translation>
    </message>
    <message>
        <source>full</source>
        <translation>已满</translation>
    </message>
    <message>
        <source>no accessible place</source>
        <translation>无无障碍座位</translation>
    </message>
    <message>
        <source>takes nobody</source>
        <translation>不再接收</translation>
    </message>
    <message>
        <source>without their language {n}</source>
        <translation>语言不通 {n} 人</translation>
    </message>
    <message>
        <source>buses in use {n}</source>
        <translation>用车 {n} 辆</translation>
    </message>
    <message>
        <source>VIPs and others together {n}</source>
        <translation>贵宾与他人同乘 {n} 人</translation>
    </message>
    <message>
        <source>lists in use that change: {n}</source>
        <translation>变动的在用名单：{n} 份</translation>
    </message>
    <message>
        <source>parts of delegations: {n}</source>
        <translation>代表团分乘：{n} 部分</translation>
    </message>
    <message>
        <source>parts of delegations: {after}, {before} before</source>
        <translation>代表团分乘：{after} 部分，原 {before} 部分</translation>
    </message>
    <message>
        <source>filled more evenly</source>
        <translation>更均衡</translation>
    </message>
    <message>
        <source>filled less evenly</source>
        <translation>较不均衡</translation>
    </message>
    <message>
        <source>wait for a seat</source>
        <translation>等待座位</translation>
    </message>
    <message>
        <source>To bus {bus}: {people}</source>
        <translation>→ {bus} 车：{people} 人</translation>
    </message>
    <message>
        <source>on a route they did not choose: {n}</source>
        <translation>不在所选线路上：{n} 人</translation>
    </message>
    <message>
        <source>Guests without a bus</source>
        <translation>尚无车辆的嘉宾</translation>
    </message>
    <message>
        <source>Everybody who chose this route has a bus.</source>
        <translation>选择此线路的每个人都已有车辆。</translation>
    </message>
    <message>
        <source>No bus</source>
        <translation>无车辆</translation>
    </message>
    <message>
        <source>Hold guests here to see its buses</source>
        <translation>将嘉宾拖到这里以查看其车辆</translation>
    </message>
    <message>
        <source>on a route they did not choose {n}</source>
        <translation>不在所选线路上 {n}</translation>
    </message>
</context>
<context>
    <name>RestoreWindow</name>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>较早</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>较新</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Copy the folder’s path</source>
        <translation>复制文件夹路径</translation>
    </message>
    <message>
        <source>The backup takes the place of what this laptop holds. What is here is kept in the folder “replaced”, and whatever is newer in it and whole is added to the backup. Nothing is deleted.</source>
        <translation>备份将取代本机现有的数据。现有数据会保存在“replaced”文件夹中，其中更新且完好的内容会补入备份。不会删除任何内容。</translation>
    </message>
    <message>
        <source>There is no backup here yet. One is written every ten minutes of work.</source>
        <translation>这里还没有备份。程序运行时每十分钟写入一份。</translation>
    </message>
    <message>
        <source>{place} of {count}, {size}</source>
        <translation>第 {place} 份，共 {count} 份，{size}</translation>
    </message>
    <message>
        <source>The backup is proven page by page, then it takes its place…</source>
        <translation>正在逐页校验备份，随后启用……</translation>
    </message>
    <message>
        <source>The backup is back</source>
        <translation>备份已恢复</translation>
    </message>
    <message>
        <source>Go on with check-in</source>
        <translation>继续签到</translation>
    </message>
    <message>
        <source>Newer entries added from what was here: {count}. The former files are kept in {folder}.</source>
        <translation>已从原有数据中补入更新的记录：{count} 条。原有文件保存在 {folder}。</translation>
    </message>
    <message>
        <source>Entries recorded here that are missing still: {count}. People let in by them may be let in again.</source>
        <translation>仍缺少本机曾记录的内容：{count} 条。其中已放行的人可能会再次被放行。</translation>
    </message>
    <message>
        <source>Whether anything that was recorded is missing cannot be told.</source>
        <translation>无法判断是否有记录缺失。</translation>
    </message>
    <message>
        <source>Nothing that was recorded here is missing.</source>
        <translation>本机曾记录的内容均无缺失。</translation>
    </message>
    <message>
        <source>Badges that were on their way to a printer are asked about before anything is printed.</source>
        <translation>正在打印途中的证件会先询问，再打印。</translation>
    </message>
    <message>
        <source>Hold: restore this backup</source>
        <translation>按住：恢复这份备份</translation>
    </message>
    <message>
        <source>Other laptops may hold what is newer: let the event lead bring this one together with {others}.</source>
        <translation>其他电脑上可能有更新的记录：请活动负责人把这台电脑与 {others} 汇合。</translation>
    </message>
</context>
<context>
    <name>RideVerb</name>
    <message>
        <source>Undo the boarding, keep the seat</source>
        <translation>撤销上车，保留座位</translation>
    </message>
    <message>
        <source>Excuse from the tour…</source>
        <translation>准假，不随车…</translation>
    </message>
    <message>
        <source>Offload, give up the seat…</source>
        <translation>请下车，放弃座位…</translation>
    </message>
    <message>
        <source>Declare missing</source>
        <translation>宣布失踪</translation>
    </message>
    <message>
        <source>Ask for a no-show…</source>
        <translation>申请记为未到…</translation>
    </message>
    <message>
        <source>Sign off, has returned</source>
        <translation>签退，已返回</translation>
    </message>
    <message>
        <source>Confirm the no-show as a second person…</source>
        <translation>作为第二人确认未到…</translation>
    </message>
    <message>
        <source>Override</source>
        <extracomment>On a row, where whom they come with needs the room; beside the person chosen stands all of it.</extracomment>
        <translation>破例</translation>
    </message>
    <message>
        <source>the transfer</source>
        <extracomment>What is no state by itself.</extracomment>
        <translation>换乘</translation>
    </message>
    <message>
        <source>the no-show that was asked for</source>
        <translation>未到的申请</translation>
    </message>
    <message>
        <source>No-show?</source>
        <translation>未到？</translation>
    </message>
</context>
<context>
    <name>Route</name>
    <message>
        <source>Route {route}</source>
        <extracomment>A route by its number, where its name does not hold it.</extracomment>
        <translation>线路 {route}</translation>
    </message>
</context>
<context>
    <name>RouteStopsPanel</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Add a stop</source>
        <translation>添加站点</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>推后</translation>
    </message>
    <message>
        <source>Add nothing</source>
        <translation>不添加</translation>
    </message>
    <message>
        <source>Take the stop away</source>
        <translation>移除该站</translation>
    </message>
    <message>
        <source>Stops, in their order</source>
        <translation>按顺序排列的站点</translation>
    </message>
</context>
<context>
    <name>RouteStopsScreen</name>
    <message>
        <source>Up and down choose a stop; with Alt they move it, as dragging it does. Its names are changed beside the list. A stop at which a bus stands cannot be taken away. What was changed holds for all buses of the route, on every laptop, and is taken back at the top or by Ctrl Z. That one bus passes by a stop today is said on that bus’s page.</source>
        <translation>上下键选择站点，按住 Alt 则移动它，也可以拖动。名称在列表旁修改。有车停靠的站点不能移除。改动对该线路的所有车辆、在每台电脑上生效，可在页首或用 Ctrl Z 撤销。某辆车今天不停某站，请在该车的页面上说明。</translation>
    </message>
</context>
<context>
    <name>RouteStopsWords</name>
    <message>
        <source>The order holds for all buses of the route, on every laptop.</source>
        <translation>顺序对该线路的所有车辆、在每台电脑上生效。</translation>
    </message>
    <message>
        <source>No stops yet.</source>
        <translation>尚无站点。</translation>
    </message>
    <message>
        <source>Add the stop</source>
        <translation>添加该站</translation>
    </message>
    <message>
        <source>Rename the stop</source>
        <translation>修改站名</translation>
    </message>
    <message>
        <source>New stop</source>
        <translation>新站点</translation>
    </message>
    <message>
        <source>A name in this language is missing.</source>
        <translation>缺少这种语言的名称。</translation>
    </message>
    <message>
        <source>A name holds no semicolon.</source>
        <translation>名称中不能有分号。</translation>
    </message>
    <message>
        <source>Added: {stop}</source>
        <translation>已添加：{stop}</translation>
    </message>
    <message>
        <source>Renamed: {stop}</source>
        <translation>已改名：{stop}</translation>
    </message>
    <message>
        <source>{stop} is stop {n} now</source>
        <translation>{stop} 现为第 {n} 站</translation>
    </message>
    <message>
        <source>Taken away: {stop}</source>
        <translation>已移除：{stop}</translation>
    </message>
</context>
<context>
    <name>RowWords</name>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不采用</translation>
    </message>
    <message>
        <source>Row {numbers}</source>
        <translation>第 {numbers} 行</translation>
    </message>
    <message>
        <source>Rows {numbers}</source>
        <translation>第 {numbers} 行</translation>
    </message>
    <message>
        <source>answered so for the last list with these headings</source>
        <translation>上次同样标题的名单即如此回答</translation>
    </message>
    <message>
        <source>Take it after all</source>
        <translation>仍然采用</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不采用</translation>
    </message>
    <message>
        <source>{field}: stays {old}, as it was set here; the list says {new}</source>
        <translation>{field}：保留本机填写的 {old}；名单为 {new}</translation>
    </message>
    <message>
        <source>{field}: {new} instead of {old}</source>
        <translation>{field}：{old} 改为 {new}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Cancel after all</source>
        <translation>仍然取消</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>ScanRouter</name>
    <message>
        <source>Nothing was recorded: choose what to check with F6, then scan again.</source>
        <extracomment>A press that follows another so soon, as in a double click, is one with it and takes back nobody else.</extracomment>
        <translation>没有记录：请按 F6 选择签到点后重新扫描。</translation>
    </message>
    <message>
        <source>This could not be taken back; nothing was changed.</source>
        <translation>未能撤销，未作任何更改。</translation>
    </message>
    <message>
        <source>a guest without details</source>
        <translation>没有资料的来宾</translation>
    </message>
    <message>
        <source>Taken back: {name} · {where}</source>
        <translation>已撤销：{name} · {where}</translation>
    </message>
    <message>
        <source>Taken back: {name} · {where} · not registered any more</source>
        <translation>已撤销：{name} · {where} · 登记也已撤销</translation>
    </message>
</context>
<context>
    <name>ScanStrip</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Scans still count while you type, and never land in a field.</source>
        <translation>输入时扫码照常有效，不会落进输入框。</translation>
    </message>
    <message>
        <source>Scans still count while you type.</source>
        <translation>输入时扫码照常有效。</translation>
    </message>
    <message>
        <source>Ready to scan</source>
        <translation>请扫码</translation>
    </message>
    <message>
        <source>{reason} It waits in Recent scans.</source>
        <translation>{reason} 已放入最近扫码，等待处理。</translation>
    </message>
    <message>
        <source>Scanned while you were typing. {kept}</source>
        <translation>输入时扫到。{kept}</translation>
    </message>
</context>
<context>
    <name>ScannerCard</name>
    <message>
        <source>Scanner</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>A code with every letter and digit shows how the scanner is set. Nobody is checked in by it.</source>
        <translation>用一个含全部字母和数字的码，检查扫码枪的设置。它不会为任何人签到。</translation>
    </message>
    <message>
        <source>Try the scanner</source>
        <translation>试一试扫码枪</translation>
    </message>
    <message>
        <source>Done trying</source>
        <translation>试完了</translation>
    </message>
    <message>
        <source>Code to scan</source>
        <translation>要扫描的码</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>settings.toml was not taken as it stands.</source>
        <extracomment>As many as the notice has room for.</extracomment>
        <translation>settings.toml 未能全部采用。</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>另有 {count} 处。</translation>
    </message>
    <message>
        <source>{entry}: expected {expected}.</source>
        <translation>{entry}：应为{expected}。</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Everything that this laptop is set to. Each change holds at once and can be taken back at the top. “Try the scanner” shows a code that tells how the scanner is set; nobody is checked in by it.</source>
        <translation>本机的全部设置。每处改动立即生效，可在顶部撤销。“试一试扫码枪”会显示一个码，用来判断扫码枪的设置；它不会为任何人签到。</translation>
    </message>
</context>
<context>
    <name>SettingsWords</name>
    <message>
        <source>No room</source>
        <translation>不指定会场</translation>
    </message>
    <message>
        <source>On the left</source>
        <translation>在左边</translation>
    </message>
    <message>
        <source>On the right</source>
        <translation>在右边</translation>
    </message>
    <message>
        <source>Every change holds at once.</source>
        <translation>每处改动立即生效。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>No printer yet: badges wait until there is one.</source>
        <translation>还没有打印机：证件会等到有打印机为止。</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Add this printer</source>
        <translation>添加这台打印机</translation>
    </message>
    <message>
        <source>Printer added: {names}</source>
        <translation>已添加打印机：{names}</translation>
    </message>
    <message>
        <source>Printer taken away: {names}</source>
        <translation>已移除打印机：{names}</translation>
    </message>
    <message>
        <source>{what}: {new}, before: {former}</source>
        <translation>{what}：{new}（之前：{former}）</translation>
    </message>
    <message>
        <source>Waiting for the code on this screen</source>
        <translation>请扫描屏幕上的码</translation>
    </message>
    <message>
        <source>Well set</source>
        <translation>设置正确</translation>
    </message>
    <message>
        <source>Badges are read as they are printed.</source>
        <translation>证件可以按打印的内容读出。</translation>
    </message>
    <message>
        <source>Read, in other letters</source>
        <translation>能读出，但大小写不同</translation>
    </message>
    <message>
        <source>Capitals arrive as small letters, or the reverse. Badges are read all the same.</source>
        <translation>大写字母读成了小写，或相反。证件仍可读出。</translation>
    </message>
    <message>
        <source>Read by its keys</source>
        <translation>按键位读出</translation>
    </message>
    <message>
        <source>This laptop&apos;s keyboard is another one than the scanner&apos;s. Badges are read all the same.</source>
        <translation>本机的键盘布局与扫码枪不同。证件仍可读出。</translation>
    </message>
    <message>
        <source>It adds {added} to each code. Scan “no prefix, no suffix but Enter” in its handbook.</source>
        <translation>每个码都被加上 {added}。请在说明书里扫描“无前缀，后缀仅回车”。</translation>
    </message>
    <message>
        <source>It adds something</source>
        <translation>扫码枪添加了字符</translation>
    </message>
    <message>
        <source>Set to another keyboard</source>
        <translation>设成了别国键盘</translation>
    </message>
    <message>
        <source>Scan “keyboard: USA” in its handbook, then this code again. Set no Alt-code mode.</source>
        <translation>请在说明书里扫描“键盘：美国”，再扫一次此码。不要使用 Alt 码模式。</translation>
    </message>
    <message>
        <source>Only a part arrived</source>
        <translation>只收到一部分</translation>
    </message>
    <message>
        <source>Scan “delay between characters: none” in its handbook, or hold it still a little longer.</source>
        <translation>请在说明书里扫描“字符间延迟：无”，或稍微多停一会儿。</translation>
    </message>
    <message>
        <source>Another code</source>
        <translation>这是另一个码</translation>
    </message>
    <message>
        <source>Scan the code that stands on this screen.</source>
        <translation>请扫描屏幕上显示的码。</translation>
    </message>
</context>
<context>
    <name>Sighting</name>
    <message>
        <source>not seen anywhere yet</source>
        <translation>尚无任何扫码记录</translation>
    </message>
    <message>
        <source>{time} boarded bus {bus}</source>
        <translation>{time} 上 {bus} 号车</translation>
    </message>
    <message>
        <source>{time} got off bus {bus}</source>
        <translation>{time} 下 {bus} 号车</translation>
    </message>
    <message>
        <source>{time} at {place}</source>
        <translation>{time} 在{place}扫码</translation>
    </message>
    <message>
        <source>{time} went out of {place}</source>
        <translation>{time} 离开{place}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>%Ln 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours ago</source>
        <translation>
            <numerusform>%Ln 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days ago</source>
        <translation>
            <numerusform>%Ln 天前</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Souls</name>
    <message>
        <source>{people}: one fewer</source>
        <translation>{people}：减一人</translation>
    </message>
    <message>
        <source>{people}: one more</source>
        <translation>{people}：加一人</translation>
    </message>
</context>
<context>
    <name>Standby</name>
    <message>
        <source>{rank}: boards by scan</source>
        <translation>第 {rank} 位：扫码即可上车</translation>
    </message>
    <message>
        <source>{rank}: waits</source>
        <translation>第 {rank} 位：等候</translation>
    </message>
    <message>
        <source>Waits since {time}</source>
        <translation>{time} 起候补</translation>
    </message>
    <message>
        <source>Seats for those who wait, by bus: {seats}.</source>
        <translation>各车可供候补的座位：{seats}。</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Aboard</source>
        <translation>已上车</translation>
    </message>
    <message>
        <source>Aboard, not listed</source>
        <translation>已上车，不在名单</translation>
    </message>
    <message>
        <source>Safe elsewhere</source>
        <translation>在他车</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>未上车</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺席</translation>
    </message>
    <message>
        <source>Got off</source>
        <translation>已下车</translation>
    </message>
    <message>
        <source>{n} safe elsewhere</source>
        <extracomment>About a number that stands beside a figure: no plural forms are needed there.</extracomment>
        <translation>{n} 人在他车</translation>
    </message>
    <message>
        <source>{n} still to come</source>
        <translation>未上车 {n} 人</translation>
    </message>
    <message>
        <source>{n} missing</source>
        <translation>缺席 {n} 人</translation>
    </message>
    <message>
        <source>Accounted for</source>
        <translation>已有说明</translation>
    </message>
    <message>
        <source>{n} accounted for</source>
        <translation>{n} 人已有说明</translation>
    </message>
</context>
<context>
    <name>Swap</name>
    <message>
        <source>Open doors of {new}</source>
        <translation>{new} 开门</translation>
    </message>
    <message>
        <source>Look through {old} and close it</source>
        <translation>查看 {old} 是否清空并关闭</translation>
    </message>
    <message>
        <source>Take the swap back</source>
        <translation>撤回换车</translation>
    </message>
    <message>
        <source>Hold: {new} takes over from {old}</source>
        <translation>按住：{new} 接替 {old}</translation>
    </message>
    <message>
        <source>Hold: {new} takes over from {old}, {short} without a place</source>
        <translation>按住：{new} 接替 {old}，{short} 人没有座位</translation>
    </message>
    <message>
        <source>Open the doors of {new}</source>
        <translation>让 {new} 开门</translation>
    </message>
    <message>
        <source>Everybody is scanned aboard it anew, first who needs a place for a wheelchair.</source>
        <translation>所有人都要在该车重新扫码，需要轮椅位的先上。</translation>
    </message>
    <message>
        <source>Scan everybody aboard {new}</source>
        <translation>在 {new} 为所有人扫码</translation>
    </message>
    <message>
        <source>In this order, at the door of the other bus. Whoever is scanned there has left {old}.</source>
        <translation>按此顺序在接替车辆的车门扫码；在那里扫过的人即已离开 {old}。</translation>
    </message>
    <message>
        <source>Find a place for those who are left</source>
        <translation>为没有座位的人另作安排</translation>
    </message>
    <message>
        <source>On the list of {old}, move each to another bus, or say what becomes of them.</source>
        <translation>在 {old} 的名单上，把他们逐一移到别的车，或说明其去向。</translation>
    </message>
    <message>
        <source>Walk to the last row of {old}</source>
        <translation>走到 {old} 的最后一排</translation>
    </message>
    <message>
        <source>By the scans nobody is aboard it any more. Somebody looks, and says so by name.</source>
        <translation>按扫码记录车上已无人。须有人查看并留下姓名。</translation>
    </message>
    <message>
        <source>Close {old}</source>
        <translation>关闭 {old}</translation>
    </message>
    <message>
        <source>It is empty. Closing ends its ride.</source>
        <translation>车已清空。关闭后其行程结束。</translation>
    </message>
    <message>
        <source>{new} goes on in the place of {old}</source>
        <translation>{new} 接替 {old} 继续行程</translation>
    </message>
    <message>
        <source>{old} is closed.</source>
        <translation>{old} 已关闭。</translation>
    </message>
    <message>
        <source>Not scanned yet {n}</source>
        <translation>尚未扫码 {n}</translation>
    </message>
    <message>
        <source>No place {n}</source>
        <translation>无座位 {n}</translation>
    </message>
    <message>
        <source>Done {n}</source>
        <translation>已落实 {n}</translation>
    </message>
    <message>
        <source>no seat left</source>
        <translation>没有座位</translation>
    </message>
    <message>
        <source>no place for a wheelchair</source>
        <translation>没有轮椅位</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Takes over</source>
        <translation>接替</translation>
    </message>
    <message>
        <source>Broken down</source>
        <translation>车辆故障</translation>
    </message>
    <message>
        <source>Exchanged</source>
        <translation>更换车辆</translation>
    </message>
    <message>
        <source>Recorded: {new} takes over from {old}.</source>
        <translation>已记录：{new} 接替 {old}。</translation>
    </message>
    <message>
        <source>Taken back: {old} goes on itself.</source>
        <translation>已撤回：{old} 继续运行。</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>已记录。</translation>
    </message>
    <message>
        <source>{new} would take over from {old}</source>
        <translation>将由 {new} 接替 {old}</translation>
    </message>
    <message>
        <source>Nothing is changed yet. Whoever has no place there is named and stays until a person moves them.</source>
        <translation>尚未作任何更改。没有座位的人会列出姓名，留待人工安排。</translation>
    </message>
    <message>
        <source>No bus of this route can take over</source>
        <translation>本线路没有可接替的车</translation>
    </message>
    <message>
        <source>Add one where the buses are planned, or put another one on this route.</source>
        <translation>请在编排车辆处添加一辆，或把另一辆编入本线路。</translation>
    </message>
    <message>
        <source>Which bus takes over?</source>
        <translation>由哪辆车接替？</translation>
    </message>
    <message>
        <source>Who would move and who would have no place is shown before anything is changed.</source>
        <translation>更改之前会先显示谁会换乘、谁没有座位。</translation>
    </message>
    <message>
        <source>{free} of {usable} seats free · wheelchair places: {places}</source>
        <translation>{usable} 座中空 {free} 座 · 轮椅位 {places}</translation>
    </message>
    <message>
        <source>Would move {n}</source>
        <translation>将换乘 {n}</translation>
    </message>
    <message>
        <source>wheelchair</source>
        <translation>轮椅</translation>
    </message>
    <message>
        <source>aboard {bus}</source>
        <translation>在 {bus} 车上</translation>
    </message>
    <message>
        <source>not aboard</source>
        <translation>未上车</translation>
    </message>
    <message>
        <source>Choose the bus that takes over</source>
        <translation>请选择接替的车</translation>
    </message>
    <message>
        <source>There is a place for everybody</source>
        <translation>所有人都有座位</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Bus {bus}: {free} free</source>
        <translation>车辆 {bus}：空 {free} 座</translation>
    </message>
    <message>
        <source>Which bus?</source>
        <translation>哪辆车？</translation>
    </message>
    <message>
        <source>The emergency at {old}</source>
        <translation>{old} 的紧急情况</translation>
    </message>
    <message>
        <source>End the emergency at {old}</source>
        <translation>结束 {old} 的紧急情况</translation>
    </message>
    <message>
        <source>Everybody was seen to. Then somebody walks to the last row; the frozen list stays.</source>
        <translation>每个人都已安排妥当。之后由一人走到最后一排查看；冻结的名单保留。</translation>
    </message>
    <message>
        <source>marked injured</source>
        <translation>标记为受伤</translation>
    </message>
    <message>
        <source>emergency: list frozen, marks kept, unknown {n}</source>
        <translation>紧急：名单冻结，标记保留，不明 {n}</translation>
    </message>
    <message>
        <source>Nothing is changed yet. Who is marked injured does not move. A scan there is seen on the emergency’s list and marks nobody.</source>
        <translation>尚未作任何更改。标记为受伤的人不换乘。在那里的扫描会显示在紧急名单上，但不代替标记。</translation>
    </message>
</context>
<context>
    <name>SwapPanel</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Another bus takes over</source>
        <translation>换车</translation>
    </message>
    <message>
        <source>Guests of both buses</source>
        <translation>两车的来宾</translation>
    </message>
</context>
<context>
    <name>SwapScreen</name>
    <message>
        <source>Choose the bus that takes over: who would move and who would have no place is shown before anything is changed. The button is held until it is full. Then everybody is scanned aboard the other bus in the order shown, and the old one is looked through and closed. It can be taken back until somebody was scanned there.</source>
        <translation>选择接替的车：更改之前会先显示谁会换乘、谁没有座位。按住按钮直到填满。之后按所示顺序在接替车辆为所有人重新扫码，原车查看清空后关闭。只要还没有人在接替车辆扫码，就可以撤回。</translation>
    </message>
</context>
<context>
    <name>SwapSide</name>
    <message>
        <source>What happened</source>
        <translation>简述情况</translation>
    </message>
    <message>
        <source>The bus that takes over</source>
        <translation>接替的车</translation>
    </message>
</context>
<context>
    <name>TakenPanel</name>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Past lists</source>
        <translation>已导入的名单</translation>
    </message>
</context>
<context>
    <name>TakenWords</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>No list was taken in yet</source>
        <translation>尚未导入过名单</translation>
    </message>
    <message>
        <source>A delegate list in XLSX or CSV brings people in.</source>
        <translation>用 XLSX 或 CSV 名单导入人员。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists, of all laptops that were heard of</source>
        <translation>
            <numerusform>%Ln 份名单，含已互通的各台电脑</numerusform>
        </translation>
    </message>
    <message>
        <source>Hold: take this list back</source>
        <translation>按住：撤回这份名单</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>新增 %Ln 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>更改 %Ln 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking back…</source>
        <translation>正在撤回…</translation>
    </message>
    <message>
        <source>{done} of {whole} rows</source>
        <translation>{done}/{whole} 行</translation>
    </message>
    <message>
        <source>Scans count all the while.</source>
        <translation>期间扫码照常有效。</translation>
    </message>
    <message>
        <source>{list} was not taken back</source>
        <translation>{list} 未被撤回</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people whom it brought go, unless another list names them</source>
        <translation>
            <numerusform>由它带来的 %Ln 人将移除（其他名单也有的除外）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are as they were before it</source>
        <translation>
            <numerusform>%Ln 人恢复到导入前的内容</numerusform>
        </translation>
    </message>
    <message>
        <source>Possible until somebody whom it brought is checked in.</source>
        <translation>在它带来的人中有人签到之前都可以撤回。</translation>
    </message>
    <message>
        <source>None of it counts. Import the same file again, and it goes in whole.</source>
        <translation>其中内容均未生效。再次导入同一文件即可完整导入。</translation>
    </message>
    <message>
        <source>The rest follows by itself.</source>
        <translation>其余部分会自动完成。</translation>
    </message>
    <message>
        <source>Importing the file again brings it back.</source>
        <translation>再次导入该文件即可恢复。</translation>
    </message>
    <message>
        <source>unfinished: {done} of {whole} rows</source>
        <translation>未完成：{done}/{whole} 行</translation>
    </message>
    <message>
        <source>taken back at {time} on {laptop}</source>
        <translation>已于 {time} 在 {laptop} 撤回</translation>
    </message>
    <message>
        <source>A list without a name</source>
        <translation>未命名的名单</translation>
    </message>
    <message>
        <source>Unfinished: {done} of {whole} rows</source>
        <translation>未完成：{done}/{whole} 行</translation>
    </message>
    <message>
        <source>Taken back at {time} on {laptop}</source>
        <translation>已于 {time} 在 {laptop} 撤回</translation>
    </message>
</context>
<context>
    <name>ToldWords</name>
    <message>
        <source>Takes part as</source>
        <translation>参加身份</translation>
    </message>
    <message>
        <source>Its key begins with</source>
        <translation>密钥开头</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>中枢</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Last exchange</source>
        <translation>最近一次交换</translation>
    </message>
    <message>
        <source>Only on this laptop</source>
        <translation>仅在本机</translation>
    </message>
    <message>
        <source>Not received</source>
        <translation>未收到</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>没有缺失</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Entries of its own</source>
        <translation>本机记录</translation>
    </message>
    <message>
        <source>For a newer version</source>
        <translation>需要更新的版本</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>最后一次联系</translation>
    </message>
    <message>
        <source>Not since this laptop is on</source>
        <translation>本机启动以来未联系上</translation>
    </message>
    <message>
        <source>Its newest entry here</source>
        <translation>本机所知的最新记录</translation>
    </message>
    <message>
        <source>Its entries here</source>
        <translation>本机所存的记录</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Only on it</source>
        <translation>仅存于该机</translation>
    </message>
    <message>
        <source>It lacks</source>
        <translation>该机尚缺</translation>
    </message>
    <message>
        <source>Gaps there</source>
        <translation>该机的缺口</translation>
    </message>
    <message>
        <source>Too new for it</source>
        <translation>该机版本无法读取</translation>
    </message>
    <message>
        <source>Its clock</source>
        <translation>该机时钟</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>As the hub’s</source>
        <translation>与中枢一致</translation>
    </message>
    <message>
        <source>{time} behind the hub’s</source>
        <translation>比中枢慢 {time}</translation>
    </message>
    <message>
        <source>{time} ahead of the hub’s</source>
        <translation>比中枢快 {time}</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours</source>
        <translation>
            <numerusform>%Ln 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not received</source>
        <translation>
            <numerusform>%Ln 条未收到</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln only there</source>
        <translation>
            <numerusform>%Ln 条仅在那里</numerusform>
        </translation>
    </message>
    <message>
        <source>clock {time} ahead</source>
        <translation>时钟快 {time}</translation>
    </message>
    <message>
        <source>clock {time} behind</source>
        <translation>时钟慢 {time}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln behind</source>
        <translation>
            <numerusform>落后 %Ln 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>协调员</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>签到台</translation>
    </message>
    <message>
        <source>{count} s ago</source>
        <translation>{count} 秒前</translation>
    </message>
    <message>
        <source>{count} min ago</source>
        <translation>{count} 分钟前</translation>
    </message>
    <message>
        <source>Phone {number}</source>
        <extracomment>As many digits of a key as a laptop that joins shows, too. Milliseconds below which two clocks are said to agree. Milliseconds above which it is said of a clock in the list of all.</extracomment>
        <translation>手机 {number}</translation>
    </message>
    <message>
        <source>Looks at the hub’s page</source>
        <translation>查看中枢的页面</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近查看</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Of those, on a stick</source>
        <translation>其中已存 U 盘</translation>
    </message>
</context>
<context>
    <name>TroubleWindow</name>
    <message>
        <source>Check-in cannot be opened</source>
        <translation>无法打开签到程序</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Type the passphrase…</source>
        <translation>输入口令…</translation>
    </message>
</context>
<context>
    <name>UnlockWindow</name>
    <message>
        <source>Bring the key back</source>
        <translation>找回密钥</translation>
    </message>
    <message>
        <source>Passphrase of the forum</source>
        <translation>论坛口令</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>The key of this laptop’s record is not on this computer or does not fit. With the passphrase that was given when it was started, it is brought back.</source>
        <translation>本机记录的密钥不在这台电脑上，或不匹配。输入启用时设定的口令即可找回。</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>找回</translation>
    </message>
</context>
<context>
    <name>UpgradeWindow</name>
    <message>
        <source>The record is being brought up to date</source>
        <translation>正在更新记录</translation>
    </message>
    <message>
        <source>An earlier version wrote this laptop’s record. This version brings it into its own form once, which takes some minutes where very much is in it.</source>
        <translation>本机的记录由较早的版本写成。本版本将其转换一次；记录很多时需要几分钟。</translation>
    </message>
    <message>
        <source>Do not switch the laptop off. Should it stop all the same, nothing is lost.</source>
        <translation>请勿关闭电脑。即使中途停止，也不会丢失任何记录。</translation>
    </message>
    <message>
        <source>{percent} % of it</source>
        <translation>已完成 {percent}%</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Step {number} of {steps}: {what} – {far}</source>
        <translation>第 {number} 步，共 {steps} 步：{what} – {far}</translation>
    </message>
    <message>
        <source>the record is copied</source>
        <translation>复制记录</translation>
    </message>
    <message>
        <source>its tables are changed</source>
        <translation>转换数据表</translation>
    </message>
    <message>
        <source>every entry is read</source>
        <translation>读取每条记录</translation>
    </message>
    <message>
        <source>what follows from the entries is worked out</source>
        <translation>推算由记录得出的状态</translation>
    </message>
    <message>
        <source>names are made findable</source>
        <translation>建立姓名查找</translation>
    </message>
    <message>
        <source>the copy is proven</source>
        <translation>核验副本</translation>
    </message>
</context>
<context>
    <name>UpkeepPanel</name>
    <message>
        <source>The record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Every entry is proven, and what the screens show is compared with them. Scans go on meanwhile.</source>
        <translation>逐条核实每条记录，并与各界面所示内容比对。其间扫描照常进行。</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即核查</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>A backup is written every ten minutes of work; the last twelve are kept.</source>
        <translation>工作时每十分钟写一份备份，保留最近十二份。</translation>
    </message>
</context>
<context>
    <name>UpkeepWords</name>
    <message numerus="yes">
        <source>Hold: %Ln entries are nowhere else either</source>
        <translation>
            <numerusform>按住：其他地方也没有这 %Ln 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Whether everything holds together is not known.</source>
        <translation>尚不知道记录是否完整。</translation>
    </message>
    <message>
        <source>Not whole</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>Entries that are whole, each signed and in its place: {facts}.</source>
        <translation>完整、签名有效且位置正确的记录：{facts} 条。</translation>
    </message>
    <message>
        <source>What the screens show of them was made anew.</source>
        <translation>各界面所示内容已重新生成。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln laptops are not known here by name yet.</source>
        <translation>
            <numerusform>有 %Ln 台电脑在此尚无名称。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are given up.</source>
        <translation>
            <numerusform>已放弃 %Ln 条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Some are missing</source>
        <translation>有缺失</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>{done} of {whole} entries proven</source>
        <translation>已核实 {done} / {whole} 条记录</translation>
    </message>
    <message>
        <source>What the screens show is made anew from the entries…</source>
        <translation>正在根据记录重新生成各界面所示内容……</translation>
    </message>
    <message>
        <source>What the screens show is compared with the entries…</source>
        <translation>正在将各界面所示内容与记录比对……</translation>
    </message>
    <message>
        <source>No backup yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>what is in it cannot be told</source>
        <translation>无法得知其中内容</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln 条记录</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VariantForm</name>
    <message>
        <source>Badges of a category</source>
        <translation>某类别的证件</translation>
    </message>
    <message>
        <source>What they are drawn by</source>
        <translation>使用哪个模板</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>GO</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>AGAIN</source>
        <translation>已签到</translation>
    </message>
    <message>
        <source>ASK</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>止步</translation>
    </message>
    <message>
        <source>NOT READ</source>
        <translation>未读出</translation>
    </message>
    <message>
        <source>NOT DECIDED</source>
        <translation>未能判定</translation>
    </message>
    <message>
        <source>OUT</source>
        <extracomment>Reasons whose word is not that of their verdict: nobody is told to board who has just got off.</extracomment>
        <translation>离场</translation>
    </message>
    <message>
        <source>OFF</source>
        <translation>下车</translation>
    </message>
    <message>
        <source>NOT IN</source>
        <translation>未入场</translation>
    </message>
    <message>
        <source>NOT ON</source>
        <translation>未上车</translation>
    </message>
    <message>
        <source>Not this bus</source>
        <translation>不是这辆车</translation>
    </message>
</context>
<context>
    <name>WalkInPanel</name>
    <message>
        <source>Walk-in registration</source>
        <extracomment>Pixels that a scroll bar takes, as the style sheet has it.</extracomment>
        <translation>现场登记</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Technical visit</source>
        <translation>技术参观</translation>
    </message>
    <message>
        <source>seats left that nobody holds</source>
        <translation>未预留的空座</translation>
    </message>
    <message>
        <source>Use the Latin name</source>
        <translation>改用拉丁字母姓名</translation>
    </message>
    <message>
        <source>Register, check in, print</source>
        <translation>登记、签到并打印</translation>
    </message>
</context>
<context>
    <name>WalkInScreen</name>
    <message>
        <source>Your form is kept.</source>
        <extracomment>A draft is written when nobody has typed for this long, in milliseconds. Until a comparison takes longer than this, in milliseconds, it is not spoken of: it would flicker at each key. Fields that end up on the badge, and so must have a glyph for each character. What changes the seats that are left on a route.</extracomment>
        <translation>表单已保留。</translation>
    </message>
    <message>
        <source>For a guest on no list. Look at the names beside the form first: the guest may be there already. Ctrl Enter registers, checks in and prints. What you type is kept, also if the laptop restarts.</source>
        <translation>用于不在名单上的来宾。先看表单旁的姓名：来宾可能已在名单上。按 Ctrl 回车登记、签到并打印。输入的内容会保留，重启也不丢失。</translation>
    </message>
</context>
<context>
    <name>WalkInWords</name>
    <message>
        <source>from pinyin</source>
        <translation>由拼音生成</translation>
    </message>
    <message>
        <source>Name in own script</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Latin name</source>
        <translation>拉丁字母姓名</translation>
    </message>
    <message>
        <source>Name, as the guest writes it</source>
        <translation>姓名（来宾自己的写法）</translation>
    </message>
    <message>
        <source>own script</source>
        <translation>本国文字</translation>
    </message>
    <message>
        <source>Name in Latin letters</source>
        <translation>拉丁字母姓名</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Mobile phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Invited by</source>
        <translation>邀请人</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>请填写姓名。</translation>
    </message>
    <message>
        <source>The badge fonts lack {characters}. Agree on another spelling with the guest.</source>
        <translation>证件字体缺字：{characters}。请与来宾商定另一种写法。</translation>
    </message>
    <message>
        <source>The badge fonts lack {characters}. Agree on another spelling, or print the Latin name.</source>
        <translation>证件字体缺字：{characters}。请商定另一种写法，或只印拉丁字母姓名。</translation>
    </message>
    <message>
        <source>{route} · no bus yet</source>
        <translation>{route} · 尚无车</translation>
    </message>
    <message>
        <source>{route} · {seats} left</source>
        <translation>{route} · 余 {seats} 座</translation>
    </message>
    <message>
        <source>{name} registered, badge {number}</source>
        <translation>已登记 {name}，证件号 {number}</translation>
    </message>
    <message>
        <source>Draft discarded</source>
        <translation>已放弃草稿</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>草稿已保存</translation>
    </message>
    <message>
        <source>Already on the list?</source>
        <translation>是否已在名单上？</translation>
    </message>
    <message>
        <source>Same Latin name or nearly the same characters. Choosing one fills nothing in twice and makes no second person.</source>
        <translation>拉丁字母姓名相同或汉字相近。选中即用原有记录，不会重复登记。</translation>
    </message>
    <message>
        <source>Nobody like this on the list</source>
        <translation>名单上没有相近的人</translation>
    </message>
    <message>
        <source>While you type a name, people who are called alike appear here.</source>
        <translation>输入姓名时，名字相近的人会出现在这里。</translation>
    </message>
    <message>
        <source>Comparing with the list…</source>
        <translation>正在与名单比对…</translation>
    </message>
    <message>
        <source>This is the guest</source>
        <translation>就是这位</translation>
    </message>
    <message>
        <source>Not in yet</source>
        <translation>未签到</translation>
    </message>
    <message>
        <source>In {time}</source>
        <translation>{time} 已到</translation>
    </message>
    <message>
        <source>Route {route} has no seat left: the guest is on no bus.</source>
        <translation>线路 {route} 已无空座：该来宾未分配车辆。</translation>
    </message>
    <message>
        <source>No printer is set up: the badge was not printed.</source>
        <translation>尚未设置打印机：证件没有打印。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不参加</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>WayPage</name>
    <message>
        <source>Join the others</source>
        <extracomment>Qt&apos;s own word for a widget as wide as it can be.</extracomment>
        <translation>加入其他电脑</translation>
    </message>
    <message>
        <source>A laptop of this forum is there already: scan the invitation that it shows, now or later.</source>
        <translation>已有本论坛的电脑：扫描它显示的邀请码，现在或稍后都可以。</translation>
    </message>
    <message>
        <source>Set up a new forum</source>
        <translation>新建论坛</translation>
    </message>
    <message>
        <source>This laptop is the first: it begins with the forum’s programme and a delegate list, and invites the others.</source>
        <translation>这是第一台电脑：从论坛日程和代表名单开始，再邀请其他电脑。</translation>
    </message>
</context>
<context>
    <name>_PrinterRow</name>
    <message>
        <source>Badges come out here</source>
        <translation>证件从这里打印</translation>
    </message>
    <message>
        <source>Print here</source>
        <translation>改在这里打印</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>移除</translation>
    </message>
</context>
</TS>
