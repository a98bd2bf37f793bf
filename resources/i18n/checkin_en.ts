<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>BadgeDeskWords</name>
    <message numerus="yes">
        <source>Hold: all %Ln badges came out</source>
        <translation>
            <numerusform>Hold: %Ln badge came out</numerusform>
            <numerusform>Hold: all %Ln badges came out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln labels left</source>
        <translation>
            <numerusform>%Ln label left</numerusform>
            <numerusform>%Ln labels left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BadgeRunWords</name>
    <message numerus="yes">
        <source>Hold: print %Ln</source>
        <translation>
            <numerusform>Hold: print %Ln</numerusform>
            <numerusform>Hold: print %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hold: save %Ln</source>
        <translation>
            <numerusform>Hold: save %Ln</numerusform>
            <numerusform>Hold: save %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print %Ln</source>
        <translation>
            <numerusform>Print %Ln</numerusform>
            <numerusform>Print %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %Ln</source>
        <translation>
            <numerusform>Save %Ln</numerusform>
            <numerusform>Save %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln badges wait for their printer.</source>
        <translation>
            <numerusform>%Ln badge waits for its printer.</numerusform>
            <numerusform>%Ln badges wait for their printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln badges</source>
        <translation>
            <numerusform>%Ln badge</numerusform>
            <numerusform>%Ln badges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are out already</source>
        <translation>
            <numerusform>%Ln is out already</numerusform>
            <numerusform>%Ln are out already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln buses</source>
        <translation>
            <numerusform>%Ln bus</numerusform>
            <numerusform>%Ln buses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln delegations</source>
        <translation>
            <numerusform>%Ln delegation</numerusform>
            <numerusform>%Ln delegations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CarryingWords</name>
    <message numerus="yes">
        <source>%Ln entries saved.</source>
        <translation>
            <numerusform>%Ln entry saved.</numerusform>
            <numerusform>%Ln entries saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{laptop}: %Ln new entries came.</source>
        <translation>
            <numerusform>{laptop}: %Ln new entry came.</numerusform>
            <numerusform>{laptop}: %Ln new entries came.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were given.</source>
        <translation>
            <numerusform>%Ln was given.</numerusform>
            <numerusform>%Ln were given.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln do not count here: see the top bar.</source>
        <translation>
            <numerusform>%Ln does not count here: see the top bar.</numerusform>
            <numerusform>%Ln do not count here: see the top bar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckpointWords</name>
    <message numerus="yes">
        <source>in %Ln min</source>
        <translation>
            <numerusform>in %Ln min</numerusform>
            <numerusform>in %Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln h</source>
        <translation>
            <numerusform>in %Ln h</numerusform>
            <numerusform>in %Ln h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln days</source>
        <translation>
            <numerusform>in %Ln day</numerusform>
            <numerusform>in %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskPanel</name>
    <message numerus="yes">
        <source>%Ln today</source>
        <translation>
            <numerusform>%Ln today</numerusform>
            <numerusform>%Ln today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditorWords</name>
    <message numerus="yes">
        <source>%Ln problems</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message numerus="yes">
        <source>%Ln badges could not be drawn: {numbers}</source>
        <translation>
            <numerusform>%Ln badge could not be drawn: {numbers}</numerusform>
            <numerusform>%Ln badges could not be drawn: {numbers}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindWords</name>
    <message numerus="yes">
        <source>%Ln people share this pinyin</source>
        <translation>
            <numerusform>%Ln person has this pinyin</numerusform>
            <numerusform>%Ln people share this pinyin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people bear this number</source>
        <translation>
            <numerusform>%Ln person bears this number</numerusform>
            <numerusform>%Ln people bear this number</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people share this name</source>
        <translation>
            <numerusform>%Ln person has this name</numerusform>
            <numerusform>%Ln people share this name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people share this spelling</source>
        <translation>
            <numerusform>%Ln person has this spelling</numerusform>
            <numerusform>%Ln people share this spelling</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstRunWords</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions</source>
        <translation>
            <numerusform>%Ln session</numerusform>
            <numerusform>%Ln sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln routes</source>
        <translation>
            <numerusform>%Ln route</numerusform>
            <numerusform>%Ln routes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FleetListWords</name>
    <message numerus="yes">
        <source>%Ln buses stay as they are</source>
        <translation>
            <numerusform>%Ln bus stays as it is</numerusform>
            <numerusform>%Ln buses stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new buses</source>
        <translation>
            <numerusform>%Ln new bus</numerusform>
            <numerusform>%Ln new buses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FleetWords</name>
    <message numerus="yes">
        <source>%Ln buses</source>
        <translation>
            <numerusform>%Ln bus</numerusform>
            <numerusform>%Ln buses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats for guests</source>
        <translation>
            <numerusform>%Ln seat for guests</numerusform>
            <numerusform>%Ln seats for guests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people got a seat</source>
        <translation>
            <numerusform>%Ln person got a seat</numerusform>
            <numerusform>%Ln people got a seat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found none on their route</source>
        <translation>
            <numerusform>%Ln found none on their route</numerusform>
            <numerusform>%Ln found none on their route</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln locked buses stay as they are</source>
        <translation>
            <numerusform>%Ln locked bus stays as it is</numerusform>
            <numerusform>%Ln locked buses stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people got another seat, or their first</source>
        <translation>
            <numerusform>%Ln person got another seat, or their first</numerusform>
            <numerusform>%Ln people got another seat, or their first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FontsWords</name>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandsWords</name>
    <message numerus="yes">
        <source>Who takes %Ln badges along?</source>
        <translation>
            <numerusform>Who takes %Ln badge along?</numerusform>
            <numerusform>Who takes %Ln badges along?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln badges taken along by {name}</source>
        <translation>
            <numerusform>%Ln badge taken along by {name}</numerusform>
            <numerusform>%Ln badges taken along by {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln badges handed over for one person</source>
        <translation>
            <numerusform>%Ln badge handed over for one person</numerusform>
            <numerusform>%Ln badges handed over for one person</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message numerus="yes">
        <source>%Ln badges waiting</source>
        <translation>
            <numerusform>%Ln badge waiting</numerusform>
            <numerusform>%Ln badges waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln laptops heard in the last minute.</source>
        <translation>
            <numerusform>%Ln laptop heard in the last minute.</numerusform>
            <numerusform>%Ln laptops heard in the last minute.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are on a stick.</source>
        <translation>
            <numerusform>%Ln of them is on a stick.</numerusform>
            <numerusform>%Ln of them are on a stick.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>Export %Ln rows not taken</source>
        <translation>
            <numerusform>Export %Ln row not taken</numerusform>
            <numerusform>Export %Ln rows not taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %Ln people’s changes made here</source>
        <translation>
            <numerusform>Replace %Ln person’s changes made here</numerusform>
            <numerusform>Replace %Ln people’s changes made here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln after all</source>
        <translation>
            <numerusform>Take %Ln after all</numerusform>
            <numerusform>Take %Ln after all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out all %Ln</source>
        <translation>
            <numerusform>Leave out %Ln</numerusform>
            <numerusform>Leave out all %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln people</source>
        <translation>
            <numerusform>Show %Ln person</numerusform>
            <numerusform>Show %Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln rows</source>
        <translation>
            <numerusform>Show %Ln row</numerusform>
            <numerusform>Show %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged</source>
        <translation>
            <numerusform>%Ln unchanged</numerusform>
            <numerusform>%Ln unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people were added</source>
        <translation>
            <numerusform>%Ln person was added</numerusform>
            <numerusform>%Ln people were added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were changed</source>
        <translation>
            <numerusform>%Ln was changed</numerusform>
            <numerusform>%Ln were changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more remarks</source>
        <translation>
            <numerusform>… and %Ln more remark</numerusform>
            <numerusform>… and %Ln more remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hold: import %Ln</source>
        <translation>
            <numerusform>Hold: import %Ln</numerusform>
            <numerusform>Hold: import %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <translation>
            <numerusform>%Ln cancelled</numerusform>
            <numerusform>%Ln cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln let in again</source>
        <translation>
            <numerusform>%Ln let in again</numerusform>
            <numerusform>%Ln let in again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln put on a bus</source>
        <translation>
            <numerusform>%Ln put on a bus</numerusform>
            <numerusform>%Ln put on a bus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JoiningWords</name>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln badges</source>
        <translation>
            <numerusform>%Ln badge</numerusform>
            <numerusform>%Ln badges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message numerus="yes">
        <source>%Ln entries exist on this laptop alone.</source>
        <translation>
            <numerusform>%Ln entry exists on this laptop alone.</numerusform>
            <numerusform>%Ln entries exist on this laptop alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are on no other laptop.</source>
        <translation>
            <numerusform>%Ln entry is on no other laptop.</numerusform>
            <numerusform>%Ln entries are on no other laptop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are on no stick either.</source>
        <translation>
            <numerusform>%Ln of them is on no stick either.</numerusform>
            <numerusform>%Ln of them are on no stick either.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperatorsWords</name>
    <message numerus="yes">
        <source>Kept on every laptop and applied on none: %Ln entries.</source>
        <translation>
            <numerusform>Kept on every laptop and applied on none: %Ln entry.</numerusform>
            <numerusform>Kept on every laptop and applied on none: %Ln entries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutgoingWords</name>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewWords</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <extracomment>Strokes of a planned curve. From one time of day beside a plot to the next. What a step of a scale may be, besides these ten times, a hundred times…</extracomment>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln buses</source>
        <translation>
            <numerusform>%Ln bus</numerusform>
            <numerusform>%Ln buses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the inbox</source>
        <translation>
            <numerusform>%Ln in the inbox</numerusform>
            <numerusform>%Ln in the inbox</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %Ln laptops</source>
        <translation>
            <numerusform>on %Ln laptop</numerusform>
            <numerusform>on %Ln laptops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln only here</source>
        <translation>
            <numerusform>%Ln only here</numerusform>
            <numerusform>%Ln only here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message numerus="yes">
        <source>%Ln badges on a sheet</source>
        <translation>
            <numerusform>%Ln badge on a sheet</numerusform>
            <numerusform>%Ln badges on a sheet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleWords</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintersWords</name>
    <message numerus="yes">
        <source>About %Ln labels are left on its roll.</source>
        <translation>
            <numerusform>About %Ln label is left on its roll.</numerusform>
            <numerusform>About %Ln labels are left on its roll.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only about %Ln labels are left: have another roll at hand.</source>
        <translation>
            <numerusform>Only about %Ln label is left: have another roll at hand.</numerusform>
            <numerusform>Only about %Ln labels are left: have another roll at hand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln badges wait for it.</source>
        <translation>
            <numerusform>%Ln badge waits for it.</numerusform>
            <numerusform>%Ln badges wait for it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sighting</name>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>%Ln min ago</numerusform>
            <numerusform>%Ln min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours ago</source>
        <translation>
            <numerusform>%Ln hour ago</numerusform>
            <numerusform>%Ln hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakenWords</name>
    <message numerus="yes">
        <source>%Ln lists, of all laptops that were heard of</source>
        <translation>
            <numerusform>%Ln list, of all laptops that were heard of</numerusform>
            <numerusform>%Ln lists, of all laptops that were heard of</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people whom it brought go, unless another list names them</source>
        <translation>
            <numerusform>%Ln person whom it brought goes, unless another list names them</numerusform>
            <numerusform>%Ln people whom it brought go, unless another list names them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are as they were before it</source>
        <translation>
            <numerusform>%Ln is as before it</numerusform>
            <numerusform>%Ln are as they were before it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToldWords</name>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not received</source>
        <translation>
            <numerusform>%Ln not received</numerusform>
            <numerusform>%Ln not received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln only there</source>
        <translation>
            <numerusform>%Ln only there</numerusform>
            <numerusform>%Ln only there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln behind</source>
        <translation>
            <numerusform>%Ln behind</numerusform>
            <numerusform>%Ln behind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpkeepWords</name>
    <message numerus="yes">
        <source>Hold: %Ln entries are nowhere else either</source>
        <translation>
            <numerusform>Hold: %Ln entry is nowhere else either</numerusform>
            <numerusform>Hold: %Ln entries are nowhere else either</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln laptops are not known here by name yet.</source>
        <translation>
            <numerusform>%Ln laptop is not known here by name yet.</numerusform>
            <numerusform>%Ln laptops are not known here by name yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are given up.</source>
        <translation>
            <numerusform>%Ln entry is given up.</numerusform>
            <numerusform>%Ln entries are given up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
</TS>
