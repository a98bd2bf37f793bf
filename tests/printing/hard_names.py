"""Ninety-odd names of nobody in particular, each hard in its own way for whoever sets it."""

HARD_NAMES = (
    # Latin: marks above and below, letters that few fonts have, apostrophes of several kinds
    "Oyelaran Adéṣínà", "Ọlákúnlé Ẹ̀bùn", "Nguyễn Thị Ngọc Ánh", "Trần Văn Hữu", "Đặng Quỳnh Như", "Łukasz Świątek",
    "Žofie Dvořáková", "Şebnem Güneş Yıldız", "İlkay Işıktaş", "Þórdís Æsa Guðmundsdóttir", "Ørjan Skårdal", "Ġużeppi Żammit",
    "Kəmalə Əhmədova", "Ŵyn Ŷslwyn", "Aïssatou N’Diaye-Faßbinder", "Máirín Ní Dhálaigh", "Ingrīda Bērziņa", "Jūratė Šiaučiūnaitė",
    "Õnne Väljataga", "Csilla Őrhegyi-Szűcs", "Ștefan Țepeluș", "Kʼinich Tzʼutuj", "Hāʻele Keʻolani", "ǃXóõ Gǂkao", "Ŋa Ɛkow Ɔsei",
    "François LEFÈVRE-DUVAL", "Ana-María de los Ángeles",
    # Greek, Cyrillic and the Caucasus
    "Ελένη Παπαϊωάννου", "Άγγελος Ξυδάκης", "Наталія Їжакевич", "Өлзийжаргал Бат-Эрдэнэ", "Ґеля Щукіна", "Қайрат Әбілов",
    "Ўктам Ҳакимов", "Һөйөндөк Ҡарағолов", "Գոհար Տեր-Ղազարյան", "Հրայր Մկրտչյան", "გიორგი წიქარაძე", "ნინო ჭყონია",
    # from right to left
    "ליאור בן־עמי", "נַעֲמִי שָׁחַר", "ليلى الحداد", "محمد عبد الرحمن القحطاني", "مُحَمَّد لُؤَيّ", "پروانه گلچین‌پور", "ٹیپو ہاشمی",
    "ڤیان ڕۆژهەڵات", "ܐܦܪܝܡ ܒܪ ܫܡܥܘܢ", "ޢައިޝަތު ޝިމްނާ", "ߡߊ߬ߡߊߘߌ߫ ߞߊ߲߬ߕߍ", "𞤃𞤢𞤥𞤢𞤣𞤵 𞤄𞤢𞥄",
    # Africa's own
    "አበበ ወልደ ጊዮርጊስ", "ሕሊና ፍሥሓ", "ⵢⵉⴷⵉⵔ ⴰⵎⵣⵉⴰⵏ",
    # South Asia: conjuncts, signs that stand before, below and above what they follow
    "राजेंद्र क्षत्रिय", "श्रीकृष्ण ज्ञवाली", "निर्मला त्र्यंबके", "রবীন্দ্রনাথ ক্ষেত্রী", "শর্মিষ্ঠা দ্বৈপায়ন", "ਗੁਰਪ੍ਰੀਤ ਸ੍ਰੋਆ", "જ્ઞાનેશ્વર ત્રિવેદી",
    "ଶ୍ରୀନିବାସ ପଣ୍ଡା", "கிருஷ்ணமூர்த்தி ஸ்ரீதர்", "யாழினி செல்வௌ", "శ్రీనివాస్ క్ష్మారావు", "లక్ష్మీప్రసన్న", "ಶ್ರೀಕೃಷ್ಣ ಜ್ಯೋತ್ಸ್ನಾ", "ಕೌಸ್ತುಭ ರ್ಯಾಂಬೊ",
    "ശ്രീക്കുട്ടൻ കൃഷ്ണൻ", "ജ്യോത്സ്ന മേനോൻ", "ක්‍රිෂාන්ති ශ්‍රීපාල", "දිල්රුක්ෂි ප්‍රේමරත්න", "ᱡᱚᱭᱯᱟᱞ ᱢᱩᱨᱢᱩ",
    # South-East Asia and the Himalaya: stacks
    "สมชาย ใจดีน้ำ", "ปิ่นเกล้า กตัญญูศรี", "ນ້ຳຝົນ ແກ້ວມະນີ", "ສຸກສະຫວັນ", "សុខា ច្រឹប", "ស្រីមុំ ភ្លើងឆេះ", "ကျော်စွာမြင့်", "သန္တာ ဖြူစင်", "བསྟན་འཛིན་རྒྱ་མཚོ",
    "ཀརྨ་དབང་ཕྱུག",
    # East Asia: rare characters, kana, jamo that compose
    "欧阳景逸", "阿卜杜拉·穆罕默德", "龘靐齉", "司馬 遼", "佐伯 遥", "山﨑 すみれ", "ヴィオレッタ・ハヴェル", "김민준", "뷁쀓 똠", "ꃅꈌꀋ ꀉꆳꋪ",
    # elsewhere
    "ᏎᏉᏯ ᎠᏓᎨᏱ",
)  # fmt: skip
