"""What the columns of a delegate list can hold, and the headings by which they are known."""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum

from checkin_app.domain.texts import QT_TRANSLATE_NOOP


class Field(StrEnum):
    """What a column holds; the value is the field of a delegate, where there is one."""

    NAME = "name"
    LATIN_NAME = "latin_name"
    FAMILY = "family"
    GIVEN = "given"
    HONORIFIC = "honorific"
    DELEGATION = "delegation"
    ORGANISATION = "organisation"
    TITLE = "title"
    CATEGORY = "category"
    ROUTE = "route"
    SECOND_ROUTE = "second_route"
    PHONE = "phone"
    EMAIL = "email"
    LANGUAGES = "languages"
    ACCESSIBLE = "accessible"
    NOTE = "note"
    HOST = "host"
    ALIASES = "aliases"
    """A code of another system that its tickets carry."""
    BADGE_NO = "badge_no"
    REGISTRATION = "origin"
    """The number under which another system knows the person."""
    NUMBER = "number"
    """A running number: it changes when the list is sorted anew, so nobody is known by it."""
    DOCUMENT = "document"
    """The number of a passport or identity card: never taken, since nothing here needs it."""


#: How people call them.
FIELDS: Mapping[Field, str] = {
    Field.NAME: QT_TRANSLATE_NOOP("ListField", "Name"),
    Field.LATIN_NAME: QT_TRANSLATE_NOOP("ListField", "Latin name"),
    Field.FAMILY: QT_TRANSLATE_NOOP("ListField", "Family name"),
    Field.GIVEN: QT_TRANSLATE_NOOP("ListField", "Given name"),
    Field.HONORIFIC: QT_TRANSLATE_NOOP("ListField", "Honorific"),
    Field.DELEGATION: QT_TRANSLATE_NOOP("ListField", "Delegation"),
    Field.ORGANISATION: QT_TRANSLATE_NOOP("ListField", "Organisation"),
    Field.TITLE: QT_TRANSLATE_NOOP("ListField", "Title"),
    Field.CATEGORY: QT_TRANSLATE_NOOP("ListField", "Category"),
    Field.ROUTE: QT_TRANSLATE_NOOP("ListField", "Route"),
    Field.SECOND_ROUTE: QT_TRANSLATE_NOOP("ListField", "Second route"),
    Field.PHONE: QT_TRANSLATE_NOOP("ListField", "Phone"),
    Field.EMAIL: QT_TRANSLATE_NOOP("ListField", "E-mail"),
    Field.LANGUAGES: QT_TRANSLATE_NOOP("ListField", "Languages"),
    Field.ACCESSIBLE: QT_TRANSLATE_NOOP("ListField", "Accessible place"),
    Field.NOTE: QT_TRANSLATE_NOOP("ListField", "Attention note"),
    Field.HOST: QT_TRANSLATE_NOOP("ListField", "Host"),
    Field.ALIASES: QT_TRANSLATE_NOOP("ListField", "Ticket code"),
    Field.BADGE_NO: QT_TRANSLATE_NOOP("ListField", "Badge number"),
    Field.REGISTRATION: QT_TRANSLATE_NOOP("ListField", "Registration number"),
    Field.NUMBER: QT_TRANSLATE_NOOP("ListField", "Running number"),
    Field.DOCUMENT: QT_TRANSLATE_NOOP("ListField", "Document number (not kept)"),
}
#: Fields that may stand in several columns of one list.
SEVERAL = frozenset({Field.ALIASES, Field.NOTE, Field.NUMBER, Field.DOCUMENT})
#: Fields of numbers and codes, which a spreadsheet likes to take for something else.
NUMBERS = frozenset({Field.PHONE, Field.ALIASES, Field.BADGE_NO, Field.REGISTRATION})
#: Fields whose columns are found and left alone.
IGNORED = frozenset({Field.NUMBER, Field.DOCUMENT})

#: Headings as they are met, without case, blanks and signs.
_HEADINGS: dict[Field, str] = {
    Field.NAME: """
        姓名 名字 中文名 中文姓名 姓名中文 中文 嘉宾姓名 参会人姓名 参会人员姓名 参会人 参会人员 代表姓名 嘉宾 人员姓名 真实姓名
        本国文字姓名 母语姓名 原文姓名 氏名 name fullname nameinfull participant participantname delegatename
        nameofdelegate nameofparticipant guestname attendee attendeename chinesename nameinchinese nativename
        localname nameinownscript nameoriginalscript nom nometprenom nomcomplet nomprenom nombre nombrecompleto
        nombreyapellidos фио имяифамилия фамилияимя фамилияимяотчество الاسم الاسمالكامل
    """,
    Field.LATIN_NAME: """
        英文名 英文姓名 姓名英文 英文 外文名 外文姓名 姓名外文 拼音 姓名拼音 拼音姓名 拼音名 护照姓名 护照英文名 罗马字 latinname
        nameinlatin nameinlatinletters nameinenglish englishname nameenglish nameen nameasinpassport
        passportname romanizedname romanisedname romanname pinyin nameinpinyin namepinyin transliteration badgename
        nameonbadge
    """,
    Field.FAMILY: """
        姓 姓氏 英文姓 姓拼音 拼音姓 family familyname surname lastname nomdefamille apellido apellidos фамилия
        اسمالعائلة
    """,
    Field.GIVEN: """
        名 英文名字 名拼音 拼音名字 given givenname givennames firstname firstnames forename forenames
        firstandmiddlename prenom prénom prenoms prénoms имя nombres الاسمالاول الاسمالأول
    """,
    Field.HONORIFIC: """
        称谓 称呼 尊称 敬称 honorific salutation courtesytitle prefix nameprefix mrms civilite civilité tratamiento
        обращение
    """,
    Field.DELEGATION: """
        代表团 代表团名称 团组 团组名称 国家 国家地区 国家或地区 国家国际组织 国别 所属代表团 所在代表团 所属国家 delegation
        delegationname nameofdelegation country countryororganisation countryororganization countryregion
        stateparty party représentation délégation pays delegación delegacion país pais делегация страна الوفد الدولة
    """,
    Field.ORGANISATION: """
        单位 单位名称 工作单位 所在单位 所属单位 机构 机构名称 公司 公司名称 企业 企业名称 组织 组织机构 部门 工作单位及部门 单位全称
        organisation organization organisationname organizationname nameoforganisation nameoforganization
        institution company companyname employer affiliation entity agency ministry organisme organización
        organizacion организация المؤسسة المنظمة
    """,
    Field.TITLE: """
        职务 职位 职称 职务职称 职衔 岗位 行政职务 title jobtitle position function post functionaltitle officialtitle role
        designation fonction poste cargo должность المنصب الوظيفة
    """,
    Field.CATEGORY: """
        嘉宾类别 类别 代表类别 人员类别 参会类别 身份类别 证件类别 嘉宾类型 参会类型 人员类型 类型 胸卡类别 身份 category
        guestcategory delegatecategory badgecategory badgetype participanttype participantcategory guesttype
        delegatetype attendeetype tickettype type categorie catégorie categoría categoria категория الفئة
    """,
    Field.ROUTE: """
        线路 参观线路 参观路线 路线 技术参观线路 技术参观路线 技术参观 所选线路 选择线路 第一志愿 首选线路 线路选择 第一选择 route
        routeno routenumber visitroute tourroute technicalvisit technicalvisitroute technicaltour routechoice
        chosenroute firstchoice firstchoiceroute routefirstchoice preferredroute tour itinéraire circuit ruta маршрут
        المسار
    """,
    Field.SECOND_ROUTE: """
        第二志愿 备选线路 第二选择 备选路线 次选线路 secondchoice secondroute secondchoiceroute routesecondchoice
        alternativeroute routealternative deuxièmechoix segundaopción
    """,
    Field.PHONE: """
        手机 电话 手机号 手机号码 电话号码 联系电话 联系方式 移动电话 phone phonenumber phoneno telephone telephonenumber tel telno
        mobile mobilephone mobilenumber mobileno cell cellphone cellphonenumber contactnumber téléphone telefono
        teléfono móvil телефон الهاتف
    """,
    Field.EMAIL: """
        邮箱 电子邮箱 电子邮件 邮件 邮箱地址 电邮 email emailaddress mail courriel correo correoelectrónico correoelectronico
        электроннаяпочта البريدالإلكتروني البريدالالكتروني
    """,
    Field.LANGUAGES: """
        语言 语种 工作语言 使用语言 所需语言 沟通语言 language languages workinglanguage workinglanguages spokenlanguage
        spokenlanguages preferredlanguage langue langues idioma idiomas язык языки اللغة
    """,
    Field.ACCESSIBLE: """
        无障碍 无障碍需求 轮椅 是否需要无障碍 是否使用轮椅 是否需要轮椅 无障碍座位 行动不便 accessible accessibleseat
        accessibleplace accessibility accessibilityneeds wheelchair wheelchairuser needswheelchair reducedmobility
        pmr
    """,
    Field.NOTE: """
        备注 说明 注意事项 特殊需求 特殊要求 饮食禁忌 note notes remark remarks comment comments attention attentionnote
        specialneeds specialrequirements dietaryrequirements dietaryneeds remarques observaciones примечание ملاحظات
    """,
    Field.HOST: "接待人 邀请人 邀请单位 联系人 对接人 陪同人员 host invitedby hostedby liaison liaisonofficer contactperson",
    Field.ALIASES: """
        票码 二维码 验票码 签到码 条码 条形码 凭证码 参会码 code ticketcode ticketsecret secret barcode qrcode qr ticketid
        ticket alias
    """,
    Field.BADGE_NO: "胸卡号 胸牌号 证卡号 参会证号 胸卡编号 胸牌编号 badgeno badgenumber badgeid badge passno passnumber",
    Field.REGISTRATION: """
        报名号 报名编号 注册号 注册编号 登记号 登记编号 编号 代表编号 嘉宾编号 参会编号 人员编号 工号 registrationid registrationno
        registrationnumber regid regno registration id participantid delegateid guestid attendeeid uid personid
        reference referenceno bookingreference orderno externalid delegateno participantno
    """,
    Field.NUMBER: "序号 序 行号 no nr num number sn serialno serialnumber sno lp n numéro número номер الرقم",
    Field.DOCUMENT: """
        证件号 证件号码 身份证号 身份证号码 护照号 护照号码 身份证 护照 passport passportno passportnumber idnumber idno idcard
        idcardnumber documentno documentnumber nationalid
    """,
}


def _key(text: str) -> str:
    """Return a heading without case, blanks and signs."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(each for each in folded if each.isalnum())


_FIELDS: dict[str, Field] = {_key(word): field for field, words in _HEADINGS.items() for word in words.split()}

_PARTING = re.compile(r"[/|\\\n()（）\[\]【】:：,，;；、*]+")
_HAN = re.compile(r"[㐀-鿿豈-﫿]+")
_LONGEST_HEADING = 120


def field_of(heading: str) -> Field | None:
    """Return what a column headed so holds: by the whole heading, a part of it, or its Chinese or other words."""
    if not heading or len(heading) > _LONGEST_HEADING:
        return None
    spellings = (heading, *_PARTING.split(heading), *_HAN.findall(heading), _HAN.sub(" ", heading))
    found = [field for spelling in spellings if (field := _FIELDS.get(_key(spelling))) is not None]
    if Field.SECOND_ROUTE in found:  # "Route (second choice)"
        return Field.SECOND_ROUTE
    return found[0] if found else None


def is_han(heading: str) -> bool:
    return bool(_HAN.search(heading))
