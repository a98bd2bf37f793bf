<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>BadgeDeskWords</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckpointWords</name>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>in %n h</numerusform>
            <numerusform>in %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskPanel</name>
    <message numerus="yes">
        <source>%n today</source>
        <translation>
            <numerusform>%n today</numerusform>
            <numerusform>%n today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindWords</name>
    <message numerus="yes">
        <source>%n people share this pinyin</source>
        <translation>
            <numerusform>%n person has this pinyin</numerusform>
            <numerusform>%n people share this pinyin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people bear this number</source>
        <translation>
            <numerusform>%n person bears this number</numerusform>
            <numerusform>%n people bear this number</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people share this name</source>
        <translation>
            <numerusform>%n person has this name</numerusform>
            <numerusform>%n people share this name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people share this spelling</source>
        <translation>
            <numerusform>%n person has this spelling</numerusform>
            <numerusform>%n people share this spelling</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstRunWords</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sessions</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n routes</source>
        <translation>
            <numerusform>%n route</numerusform>
            <numerusform>%n routes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message numerus="yes">
        <source>%n badges waiting</source>
        <translation>
            <numerusform>%n badge waiting</numerusform>
            <numerusform>%n badges waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>Export %n rows not taken</source>
        <translation>
            <numerusform>Export %n row not taken</numerusform>
            <numerusform>Export %n rows not taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %n people’s changes made here</source>
        <translation>
            <numerusform>Replace %n person’s changes made here</numerusform>
            <numerusform>Replace %n people’s changes made here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unchanged</numerusform>
            <numerusform>%n unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people were added</source>
        <translation>
            <numerusform>%n person was added</numerusform>
            <numerusform>%n people were added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were changed</source>
        <translation>
            <numerusform>%n was changed</numerusform>
            <numerusform>%n were changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more remarks</source>
        <translation>
            <numerusform>… and %n more remark</numerusform>
            <numerusform>… and %n more remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hold: import %n</source>
        <translation>
            <numerusform>Hold: import %n</numerusform>
            <numerusform>Hold: import %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManifestWords</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleWords</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakenWords</name>
    <message numerus="yes">
        <source>%n lists, of all laptops that were heard of</source>
        <translation>
            <numerusform>%n list, of all laptops that were heard of</numerusform>
            <numerusform>%n lists, of all laptops that were heard of</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people whom it brought go, unless another list names them</source>
        <translation>
            <numerusform>%n person whom it brought goes, unless another list names them</numerusform>
            <numerusform>%n people whom it brought go, unless another list names them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are as they were before it</source>
        <translation>
            <numerusform>%n is as before it</numerusform>
            <numerusform>%n are as they were before it</numerusform>
        </translation>
    </message>
</context>
</TS>
