<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>FindPanel</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people share this pinyin</source>
        <translation>
            <numerusform>%n people share this pinyin</numerusform>
            <numerusform>%n people share this pinyin</numerusform>
        </translation>
    </message>
</context>
</TS>
