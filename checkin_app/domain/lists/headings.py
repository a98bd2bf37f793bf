"""The headings by which the columns of a delegate list are known, in the languages that secretariats write."""

import re
import unicodedata
from enum import StrEnum

from checkin_app.domain.lists.fields import Field

#: Headings as they are met, without case, blanks and signs.
_HEADINGS: dict[Field, str] = {
    Field.NAME: """
        姓名 名字 中文名 中文姓名 姓名中文 中文 嘉宾姓名 参会人姓名 参会人员姓名 参会人 参会人员 代表姓名 嘉宾 人员姓名 真实姓名
        本国文字姓名 母语姓名 原文姓名 氏名 嘉賓姓名 與會人員 與會者 與會者姓名 參會人 參會人員 出席者 出席者姓名 参加者 参加者名
        お名前 名前 御芳名 御氏名 漢字氏名 이름 성명 성함 참가자 참가자명 참석자 참석자명 한글이름 한글성명 국문성명 국문이름
        name fullname nameinfull participant participantname delegatename
        nameofdelegate nameofparticipant guestname attendee attendeename chinesename nameinchinese nativename
        localname nameinownscript nameoriginalscript nom nometprenom nomcomplet nomprenom nometprénom prénometnom
        nomdudélégué nomduparticipant nombre nombrecompleto nombredelparticipante nombredeldelegado participante
        nombreyapellidos nome nomecompleto nomedoparticipante nomesobrenome vorundnachname vornameundnachname
        namevorname nachnamevorname vollständigername teilnehmer teilnehmername teilnehmerin gast gastname
        фио имяифамилия фамилияимя фамилияиимя фамилияимяотчество полноеимя участник фиоучастника
        الاسم الاسمالكامل اسمالمشارك الاسموالنسب اسمالمندوب
        nameandsurname namesurname surnameandname surnamename firstandlastname firstlastname lastfirstname lastnamefirstname
        nameandfamilyname nameandtitle delegate speaker visitorname
        passengername membername representativename nameofrepresentative
        nameofofficial officialname nameofguest nameofmember nameofdelegates nameofattendee nameofspeaker speakername personname
        nameparticipant namedelegate nameofficial nameattendee namespeaker nameguest namemember namerepresentative
        nominativo cognomeenome nomeecognome cognomenome nomecognome naam volledigenaam deelnemer imięinazwisko nazwiskoiimię
        imięnazwisko uczestnik adsoyad adısoyadı adıvesoyadı adısoyad katılımcı نام nume họvàtên họtên tênđầyđủ đạibiểu namalengkap nama
        peserta نامونامخانوادگی نامکامل ชื่อนามสกุล ชื่อและนามสกุล ชื่อสกุล ชื่อ-สกุล namn fuldenavn fulltnavn navn nimi kokonimi
        jménoapříjmení celéjméno menoapriezvisko teljesnév név numeșiprenume numecomplet піб прізвищеімя прізвищетаімя
        прізвищеімяпобатькові імятапрізвище ονοματεπώνυμο שם שםמלא прізвищеіімя аты-жөні атыжөні нэр овогнэр
    """,
    Field.LATIN_NAME: """
        英文名 英文姓名 姓名英文 英文 外文名 外文姓名 姓名外文 拼音 姓名拼音 拼音姓名 拼音名 护照姓名 护照英文名 罗马字 護照姓名
        護照英文姓名 拉丁字母姓名 羅馬拼音 ローマ字 ローマ字氏名 氏名ローマ字 英字氏名 영문성명 영문이름 영문명 로마자이름 여권영문이름 latinname
        nameinlatin nameinlatinletters nameinenglish englishname nameenglish nameen nameasinpassport
        passportname romanizedname romanisedname romanname pinyin nameinpinyin namepinyin transliteration badgename
        nameonbadge nomenlettreslatines nombreenletraslatinas имялатиницей имялатинскимибуквами фиолатиницей латиницей
        фионаанглийском الاسمباللاتينية الاسمبالإنجليزية الاسمباللغةالإنجليزية
    """,
    Field.FAMILY: """
        姓 姓氏 英文姓 姓拼音 拼音姓 苗字 성 성씨 family familyname surname lastname secondname nomdefamille nomdusage
        apellido apellidos primerapellido segundoapellido apellidopaterno apellidomaterno sobrenome sobrenomes apelido
        apelidos últimonome nomedefamília nachname familienname zuname фамилия اسمالعائلة اللقب النسب الكنية
        cognome achternaam familienaam nazwisko soyadı soyad soyisim họ namabelakang namakeluarga نامخانوادگی نامفامیل
        นามสกุล สกุล efternamn etternavn efternavn sukunimi příjmení priezvisko vezetéknév családnév numedefamilie
        прізвище επώνυμο שםמשפחה nachnameofparticipant 姓氏拼音 овог тегі
    """,
    Field.GIVEN: """
        名 英文名字 名拼音 拼音名字 下の名前 given givenname givennames firstname firstnames forename forenames
        firstandmiddlename prenom prénom prenoms prénoms имя nombres nombredepila primernombre segundonombre nomepróprio
        primeironome prenome vorname vornamen rufname الاسمالاول الاسمالأول الاسمالشخصي
        voornaam voornamen roepnaam imię imiona adı tên tênđệmvàtên namadepan ชื่อ förnamn fornavn etunimi jméno meno
        keresztnév utónév prenume імя όνομα שםפרטי аты given(s) forename(s)
    """,
    Field.MIDDLE: """
        中间名 中間名 middle middlename middlenames middleinitial secondgivenname additionalname additionalnames patronymic
        deuxièmeprénom nomedomeio zweitername zweitervorname отчество اسمالأب اسمالاب الاسمالأوسط
        побатькові drugieimię mellannamn әкесініңаты
    """,
    Field.PARTICLE: """
        tussenvoegsel tussenvoegsels voorvoegsel namenszusatz namensvorsatz particle nobiliaryparticle surnameprefix
        familynameprefix lastnameprefix particule
    """,
    Field.SUFFIX: "后缀 後綴 suffix namesuffix suffixe sufijo sufixo generation",
    Field.HONORIFIC: """
        称谓 称呼 尊称 敬称 稱謂 稱呼 尊稱 敬稱 존칭 호칭 honorific salutation courtesytitle prefix nameprefix mrms civilite
        civilité tratamiento tratamento anrede akademischertitel akadtitel обращение формаобращения اللقبالشرفي
        صيغةالمخاطبة
    """,
    Field.DELEGATION: """
        代表团 代表团名称 团组 团组名称 国家 国家地区 国家或地区 国家国际组织 国别 所属代表团 所在代表团 所属国家 代表團 代表團名稱
        國家 國家地區 國家或地區 國家國際組織 國別 所屬國家 国名 国 국가 국가명 나라 국적 대표단 delegation
        delegationname nameofdelegation country countryororganisation countryororganization countryregion
        stateparty party représentation délégation pays paysorganisation délégationpays delegación delegacion país pais
        paísorganización delegação paísorganização land staat herkunftsland länderdelegation landorganisation
        делегация страна государство странаорганизация названиеделегации الوفد الدولة البلد
        countryoforigin delegationcountry countryorterritory countryterritory representingcountry paese nazione stato delegazione kraj
        państwo delegacja ülke ülkesi delegasyon quốcgia nước đoàn đoànđạibiểu negara delegasi کشور هیئت ประเทศ คณะผู้แทน
        maa delegaatio země stát delegace krajina štát ország küldöttség țara țară delegația країна делегація
        χώρα αντιπροσωπεία מדינה משלחת елі улс paísdeprocedencia paysdorigine 国家名称 国名地域
    """,
    Field.ORGANISATION: """
        单位 单位名称 工作单位 所在单位 所属单位 机构 机构名称 公司 公司名称 企业 企业名称 组织 组织机构 部门 工作单位及部门 单位全称
        單位 單位名稱 工作單位 服務單位 所屬單位 機構 機構名稱 公司名稱 企業 企業名稱 組織 部門 所属 所属機関 会社名 勤務先 機関名
        소속 소속기관 기관 기관명 회사 회사명 단체 단체명 직장
        organisation organization organisationname organizationname nameoforganisation nameoforganization
        institution company companyname employer affiliation entity agency ministry organisme entreprise société
        établissement employeur organización organizacion institución empresa entidad organização instituição entidade
        instituicao einrichtung firma institut arbeitgeber unternehmen behörde verband
        организация учреждение местоработы компания ведомство المؤسسة المنظمة الجهة جهةالعمل الشركة
        organizationinstitution institutionname nameofinstitution nameofcompany nameofemployer organisationinstitution
        organisationandposition organizationandposition ente azienda organizzazione società istituzione organisatie bedrijf instelling
        instytucja organizacja firma kurum kuruluş kurumu şirket cơquan đơnvị tổchức côngty instansi lembaga perusahaan سازمان شرکت
        محلکار หน่วยงาน องค์กร บริษัท หน่วยงานองค์กร företag virksomhed bedrift organisasjon organisaatio yritys instituce organizace
        společnost organizácia inštitúcia spoločnosť intézmény szervezet cég instituția instituție organizația compania організація
        установа οργανισμός φορέας εταιρεία ארגון חברה מוסד ұйым байгууллага 工作单位及职务 单位及职务 单位职务 单位和职务 所属役職
        工作單位及職務 單位及職務 单位部门
    """,
    Field.TITLE: """
        职务 职位 职称 职务职称 职衔 岗位 行政职务 職務 職位 職稱 職銜 頭銜 头衔 役職 肩書 肩書き 직책 직위 직함 직급 title jobtitle
        position function post functionaltitle officialtitle role designation fonction poste titre intitulédeposte
        qualité cargo puesto título titulo función funcion función função funcao funktion amtsbezeichnung
        berufsbezeichnung titel dienststellung должность занимаемаядолжность звание المنصب الوظيفة المسمىالوظيفي
        positionheld currentposition jobposition officialposition officialtitle jobfunction fonctionofficielle incarico carica qualifica
        functie stanowisko funkcja görevi görev unvan unvanı chứcvụ chứcdanh jabatan سمت پستسازمانی ตำแหน่ง befattning stilling
        tehtävä asema titteli funkce pozice funkcia beosztás tisztség funcția funcție посада θέση ιδιότητα תפקיד қызметі албантушаал
    """,
    Field.CATEGORY: """
        嘉宾类别 类别 代表类别 人员类别 参会类别 身份类别 证件类别 嘉宾类型 参会类型 人员类型 类型 胸卡类别 身份 嘉賓類別 類別 類型
        人員類別 參會類別 カテゴリ カテゴリー 区分 参加区分 구분 참가구분 분류 유형 category
        guestcategory delegatecategory badgecategory badgetype participanttype participantcategory guesttype
        delegatetype attendeetype tickettype type categorie catégorie typedeparticipant categoría categoria
        tipodeparticipante tipo kategorie teilnehmerkategorie teilnahmeart gästekategorie категория категорияучастника
        типучастника الفئة فئةالمشارك
    """,
    Field.ROUTE: """
        线路 参观线路 参观路线 路线 技术参观线路 技术参观路线 技术参观 所选线路 选择线路 第一志愿 首选线路 线路选择 第一选择 參觀路線
        參觀線路 路線 線路 技術參觀 視察ルート 見学コース コース 견학코스 견학 현장방문 코스 노선 route
        routeno routenumber visitroute tourroute technicalvisit technicalvisitroute technicaltour routechoice
        chosenroute firstchoice firstchoiceroute routefirstchoice preferredroute tour itinéraire visitetechnique
        circuit ruta visitatécnica itinerario roteiro visitatécnica rota fachexkursion exkursion
        besichtigungsroute маршрут экскурсия техническийвизит المسار الزيارةالفنية
        whichtechnicalvisit selectedroute
    """,
    Field.SECOND_ROUTE: """
        第二志愿 第二志愿线路 备选线路 第二选择 备选路线 次选线路 第二志願 備選路線 第二選擇 第二希望 2지망 secondchoice secondroute
        secondchoiceroute routesecondchoice alternativeroute routealternative deuxièmechoix segundaopción segundaopção
        zweitwahl второйвыбор
    """,
    Field.PHONE: """
        手机 电话 手机号 手机号码 电话号码 联系电话 联系方式 移动电话 手機 電話 手機號 手機號碼 電話號碼 聯絡電話 聯繫電話 流動電話
        行動電話 携帯電話 携帯 電話番号 携帯番号 전화 전화번호 휴대전화 휴대폰 휴대폰번호 연락처 핸드폰
        phone phonenumber phoneno telephone telephonenumber tel telno
        mobile mobilephone mobilenumber mobileno cell cellphone cellphonenumber contactnumber whatsapp téléphone
        téléphonemobile téléphoneportable portable telefono teléfono móvil celular teléfonomóvil telefone telemóvel
        telefon telefonnummer mobil mobilnummer mobiltelefon handy handynummer rufnummer
        телефон мобильныйтелефон номертелефона контактныйтелефон الهاتف رقمالهاتف الجوال رقمالجوال المحمول
        cellphoneno cellno cellnumber mobilephonenumber mobilephoneno mobiletelephone handphone contactno contactphone
        phonemobile telephonemobile phonewithcountrycode mobilewithcountrycode télportable telportable téléphonecellulaire teléfonocelular
        teléfonodecontacto númerodeteléfono numérodetéléphone cellulare numeroditelefono telefoonnummer telefoon mobiel mobielnummer
        telefonkomórkowy numertelefonu komórka telefonnumarası cep ceptelefonu điệnthoại sốđiệnthoại didong diđộng nomorhp nohp
        nomortelepon telepon تلفن تلفنهمراه شمارهتماس موبایل โทรศัพท์ เบอร์โทรศัพท์ มือถือ mobilnr telefonnr puhelin puhelinnumero
        matkapuhelin telefonníčíslo telefónnečíslo telefonszám mobilszám numărdetelefon номертелефону τηλέφωνο κινητό טלפון נייד
        телефондугаар утас
    """,
    Field.EMAIL: """
        邮箱 电子邮箱 电子邮件 邮件 邮箱地址 电邮 電郵 電子郵件 電子信箱 電郵地址 信箱 メール メールアドレス 電子メール 이메일
        이메일주소 전자우편 메일 email emailaddress mail courriel adresseemail adressecourriel adresseélectronique mél
        correo correoelectrónico correoelectronico endereçodeemail correioeletrônico correioeletrónico emailadresse
        mailadresse электроннаяпочта элпочта эпочта почта адресэлектроннойпочты البريدالإلكتروني البريدالالكتروني
        emailid mailid emailofficial officialemail emailaddressofficial workemail contactemail emailprofessionnel courrielprofessionnel
        correodecontacto indirizzoemail postaelettronica eposta epostaadresi thưđiệntử surel alamatemail ایمیل پستالکترونیک อีเมล อีเมล์
        epost epostadress sähköposti emailcím електроннапошта електроннаадреса ηλεκτρονικήδιεύθυνση דואל דואראלקטרוני имэйл
    """,
    Field.LANGUAGES: """
        语言 语种 工作语言 使用语言 所需语言 沟通语言 語言 語種 工作語言 使用語言 言語 使用言語 언어 사용언어 통역언어
        language languages workinglanguage workinglanguages spokenlanguage
        spokenlanguages preferredlanguage langue langues languedetravail idioma idiomas língua línguas sprache sprachen
        arbeitssprache язык языки рабочийязык اللغة اللغات
    """,
    Field.ACCESSIBLE: """
        无障碍 无障碍需求 轮椅 是否需要无障碍 是否使用轮椅 是否需要轮椅 无障碍座位 行动不便 無障礙 無障礙需求 輪椅 車椅子
        バリアフリー 휠체어 accessible accessibleseat
        accessibleplace accessibility accessibilityneeds wheelchair wheelchairuser needswheelchair reducedmobility
        pmr accessibilité fauteuilroulant accesibilidad sillaruedas silladeruedas acessibilidade cadeiraderodas
        barrierefrei barrierefreiheit rollstuhl инвалиднаяколяска доступность كرسيمتحرك
        wheelchairaccess needwheelchair wheelchairneeded wheelchairrequired
    """,
    Field.NOTE: """
        备注 说明 注意事项 特殊需求 特殊要求 饮食禁忌 備註 備考 說明 注意事項 特殊需求 비고 참고 참고사항 特記事項 note notes
        remark remarks comment comments attention attentionnote observations commentaires
        specialneeds specialrequirements dietaryrequirements dietaryneeds remarques observaciones notas comentarios
        observações bemerkung bemerkungen anmerkung anmerkungen hinweis hinweise примечание примечания комментарий
        ملاحظات
    """,
    Field.HOST: """
        接待人 邀请人 邀请单位 联系人 对接人 陪同人员 邀請人 邀請單位 聯絡人 聯繫人 接待人員 담당자 초청자 host invitedby
        hostedby liaison liaisonofficer contactperson invitépar invitadopor convidadopor ansprechpartner
        eingeladenvon контактноелицо
    """,
    Field.ALIASES: """
        票码 二维码 验票码 签到码 条码 条形码 凭证码 参会码 票碼 二維碼 驗票碼 簽到碼 條碼 code ticketcode ticketsecret secret
        barcode qrcode qr ticketid ticket alias
    """,
    Field.BADGE_NO: """
        胸卡号 胸牌号 证卡号 参会证号 胸卡编号 胸牌编号 胸卡號 胸牌號 名牌號碼 證件編號 证件编号 명찰번호 badgeno badgenumber badgeid badge
        passno passnumber numérodebadge ausweisnummer номербейджа
    """,
    Field.REGISTRATION: """
        报名号 报名编号 注册号 注册编号 登记号 登记编号 编号 代表编号 嘉宾编号 参会编号 人员编号 工号 報名編號 註冊編號 登記編號 編號
        登録番号 受付番号 등록번호 접수번호 registrationid registrationno
        registrationnumber regid regno registration id participantid delegateid guestid attendeeid uid personid
        reference referenceno bookingreference orderno externalid delegateno participantno numérodinscription
        nºdinscription númerodeinscripción númerodeinscrição registrierungsnummer anmeldenummer teilnehmernummer
        регистрационныйномер رقمالتسجيل
    """,
    Field.RECORD: "recordid 记录编号",
    Field.STATUS: """
        状态 参会状态 报名状态 注册状态 出席状态 是否参会 是否出席 是否参加 确认状态 審核狀態 审核状态 狀態 出席狀態 參會狀態 報名狀態
        是否出席 是否參加 出欠 出欠状況 ステータス 参加状況 상태 참석여부 참가여부 참가상태 등록상태 status registrationstatus
        attendancestatus participationstatus participantstatus confirmationstatus approvalstatus accreditationstatus
        rsvp attending statut statutdinscription étatdinscription estadodeinscripción estadodelregistro estadoderegistro
        asistencia situação statusdainscrição anmeldestatus teilnahmestatus zusage статус статусрегистрации
        статусучастника الحالة حالةالتسجيل حالةالمشاركة
        attendeestatus registrationstate participationstate bookingstatus invitationstatus replystatus responsestatus
        statoiscrizione stato-iscrizione statusrejestracji durum katılımdurumu trạngthái وضعیت สถานะ
    """,
    Field.BUS: """
        车辆 车号 乘车 乘车安排 乘坐车辆 车次 班车 大巴 大巴车 大巴车号 车辆编号 乘车号 車輛 車號 乘車安排 乘坐車輛 巴士 巴士號碼
        バス バス番号 号車 バス号車 버스 버스번호 탑승버스 차량 차량번호 bus busno busnumber buscode busassignment assignedbus
        coach coachno coachnumber vehicle vehicleno autobús autobusno númerodeautobús ônibus númerodoônibus autocarro
        autocar numérodebus numérodautocar busnummer reisebus автобус номеравтобуса الحافلة رقمالحافلة الباص رقمالباص
    """,
    Field.NUMBER: """
        序号 序 行号 序號 項次 番号 순번 번호 연번 no nr num number sn serialno serialnumber sno lp n nº numéro número
        nummer lfdnr laufendenummer номер пп nпп الرقم
        noпп пор nopp lp stt ลำดับ ลำดับที่ ردیف sıra sırano pořčíslo nrcrt
    """,
    Field.DOCUMENT: """
        证件号 证件号码 身份证号 身份证号码 护照号 护照号码 身份证 护照 護照號碼 身份證號碼 身分證字號 旅券番号 여권번호 주민등록번호
        passport passportno passportnumber idnumber idno idcard
        idcardnumber documentno documentnumber nationalid passeport numérodepasseport pasaporte númerodepasaporte
        passaporte reisepass passnummer ausweisnr паспорт номерпаспорта جوازالسفر رقمالجواز
    """,
}


def _key(text: str) -> str:
    """Return a heading without case, blanks and signs."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(each for each in folded if each.isalnum())


_FIELDS: dict[str, Field] = {_key(word): field for field, words in _HEADINGS.items() for word in words.split()}

_PARTING = re.compile(r"[/|\\\n()（）\[\]【】〔〕<>＜＞:：,，;；、*–—]+")
_HAN = re.compile(r"[㐀-鿿豈-﫿]+")
_LONGEST_HEADING = 120


class Script(StrEnum):
    """In which letters a heading says that its names are written."""

    OWN = "own"
    LATIN = "latin"


_LATIN = re.compile(
    r"拼音|英文|英语|英語|外文|拉丁|罗马|羅馬|ローマ字|英字|영문|로마자|(?:ب?ال)?(?:لاتيني|إنجليزي|انجليزي)\w*"
    r"|(?:english|latin|roman[iae]|pinyin|translit|anglais|inglés|inglês|englisch|lateinisch|inglese|engels|angielsk|ingiliz|латин|англ)\w*"
)
_OWN = re.compile(
    r"中文|汉字|漢字|汉语|本国文|本國文|母语|母語|原文|当地|當地|한글|국문|한자|(?:[俄日韩韓蒙藏泰]|阿拉伯|朝鲜|朝鮮|希腊|希臘)[文语語]"
    r"|(?:ب?ال)?(?:عربي|روسي|صيني|فارسي)\w*|(?:местн|кирилл|русск|китайск|арабск|родн)\w*"
    r"|own (?:script|language|letters)|(?:original|local|einheimisch)\w*|native|chinese|hanzi|kanji|hangul|cyrillic|thai|khmer|burmese"
    r"|(?:arab|russ|japon|japan|korea|coréen|corean|persian|farsi|mongol|hindi|greek|hebr|armenian|georgian|chino|chinois|chines)\w*"
)
#: Words of a heading that say neither what it holds nor in which letters.
_SAID_BESIDES = frozenset(
    """
    in as with the of a an and on per is for only please letters letter characters character script alphabet
    writing capitals capital block form shown appears appear should be it passport 字母 文字 书写 填写 en em de la
    el lettres letras caractères caracteres buchstaben schrift wie im laut буквами на языке как в паспорте required
    what which your you do does would like to join have my our their optional mandatory obligatoire obligatorio pflichtfeld
    enter need باللغة اللغة
    """.split()  # noqa: SIM905 - words, to be read as words
)
_WORDS = re.compile(r"[^\W_]+")


def field_of(heading: str) -> Field | None:
    """Return what a column headed so holds: by the whole heading, a part of it, or its Chinese or other words."""
    if not heading or len(heading) > _LONGEST_HEADING:
        return None
    spellings = (heading, *_PARTING.split(heading), *_HAN.findall(heading), _HAN.sub(" ", heading))
    found = [field for spelling in spellings if (field := _FIELDS.get(_key(spelling))) is not None]
    if Field.SECOND_ROUTE in found:  # "Route (second choice)"
        return Field.SECOND_ROUTE
    field = found[0] if found else _besides(heading)
    return Field.LATIN_NAME if field is Field.NAME and script_of(heading) is Script.LATIN else field


def _besides(heading: str) -> Field | None:
    """Return what is left of a heading without its qualifiers: "Family name in Latin letters" holds family names."""
    plain = _OWN.sub(" ", _LATIN.sub(" ", unicodedata.normalize("NFKC", heading).casefold()))
    found = (_left_of(each) for each in (plain, *_PARTING.split(plain)))
    return next((field for field in found if field is not None), None)


def _left_of(plain: str) -> Field | None:
    return _FIELDS.get("".join(word for word in _WORDS.findall(plain) if word not in _SAID_BESIDES))


def script_of(heading: str) -> Script | None:
    """Return in which letters a heading says its names are; None where it says nothing, or both."""
    plain = unicodedata.normalize("NFKC", heading).casefold()
    latin, own = bool(_LATIN.search(plain)), bool(_OWN.search(plain))
    if latin == own:
        return None
    return Script.LATIN if latin else Script.OWN


#: What may head honorifics as well as what people are: the cells tell.
_OPEN = frozenset(map(_key, "title titel titre título titulo prefix 头衔 頭銜 звание اللقب".split()))  # noqa: SIM905


def may_be_honorific(heading: str) -> bool:
    """Return whether a heading, as "Title" does, stands over honorifics in one list and over posts in another."""
    return _key(heading) in _OPEN


def is_heading(text: str) -> bool:
    """Return whether a text is, letter for letter, a heading by which columns are known."""
    return text.casefold() in _FIELDS


def is_han(heading: str) -> bool:
    return bool(_HAN.search(heading))
