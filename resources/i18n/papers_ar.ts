<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>Paper</name>
    <message>
        <source>English</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>Aboard</source>
        <translation>على متن الحافلة</translation>
    </message>
    <message>
        <source>Accounted for</source>
        <translation>معلوم المكان</translation>
    </message>
    <message>
        <source>All change to bus</source>
        <translation>ينتقل الجميع إلى الحافلة</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>البطاقة</translation>
    </message>
    <message>
        <source>Bay</source>
        <translation>الموقف</translation>
    </message>
    <message>
        <source>Broken down</source>
        <translation>عطل في الحافلة</translation>
    </message>
    <message>
        <source>Charter sign</source>
        <translation>لوحة النقل المستأجر</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>رمز التحقق</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>المنسق</translation>
    </message>
    <message>
        <source>Delegates</source>
        <translation>المندوبون</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>الوفد</translation>
    </message>
    <message>
        <source>Departs</source>
        <translation>المغادرة</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>السائق</translation>
    </message>
    <message>
        <source>Driver&apos;s phone</source>
        <translation>هاتف السائق</translation>
    </message>
    <message>
        <source>Got off</source>
        <translation>نزل</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>المرشد</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>اللغات</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>في القائمة</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>قائمة الركاب</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>غائب</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Nobody is listed</source>
        <translation>القائمة فارغة</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>صفحة</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>رقم اللوحة</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>طُبع</translation>
    </message>
    <message>
        <source>Safe, aboard</source>
        <translation>بأمان، في</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>المقاعد</translation>
    </message>
    <message>
        <source>Souls aboard</source>
        <translation>مجموع الأشخاص</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Exchanged at</source>
        <translation>وقت التبديل</translation>
    </message>
    <message>
        <source>Takes over from bus</source>
        <translation>تحل محل الحافلة</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>لم يصعد بعد</translation>
    </message>
    <message>
        <source>Not on the list</source>
        <translation>خارج القائمة</translation>
    </message>
    <message>
        <source>By override</source>
        <translation>باستثناء</translation>
    </message>
    <message>
        <source>manages on an ordinary seat</source>
        <translation>يمكنه الجلوس في مقعد عادي</translation>
    </message>
    <message>
        <source>has changed the route, as agreed</source>
        <translation>غيّر المسار بالاتفاق</translation>
    </message>
    <message>
        <source>stays with their delegation</source>
        <translation>يبقى مع وفده</translation>
    </message>
    <message>
        <source>interprets for or looks after a guest aboard</source>
        <translation>يترجم لضيف في الحافلة أو يرافقه</translation>
    </message>
    <message>
        <source>another reason</source>
        <translation>سبب آخر</translation>
    </message>
    <message>
        <source>their own bus has left</source>
        <translation>غادرت حافلته</translation>
    </message>
    <message>
        <source>asked for by security</source>
        <translation>بطلب من الأمن</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Contradictory</source>
        <translation>متناقض</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>تمرين</translation>
    </message>
    <message>
        <source>Emergency list</source>
        <translation>قائمة الطوارئ</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>انتهت</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>متوقَّع</translation>
    </message>
    <message>
        <source>Found besides</source>
        <translation>عُثر عليه إضافةً</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>مُجمَّدة</translation>
    </message>
    <message>
        <source>As it was when the emergency was called</source>
        <translation>كما كانت عند إعلان الطوارئ</translation>
    </message>
    <message>
        <source>Injured</source>
        <translation>مصاب</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>مترجم</translation>
    </message>
    <message>
        <source>Medic</source>
        <translation>مسعف</translation>
    </message>
    <message>
        <source>People</source>
        <translation>أشخاص</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>أمن</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>طاقم</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>سالم</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>مجهول</translation>
    </message>
    <message>
        <source>Route {route}</source>
        <translation>المسار {route}</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>الحافلة</translation>
    </message>
    <message>
        <source>aboard</source>
        <translation>على متن الحافلة</translation>
    </message>
    <message>
        <source>accounted for</source>
        <translation>معلوم المكان</translation>
    </message>
    <message>
        <source>attended</source>
        <translation>حضر</translation>
    </message>
    <message>
        <source>got off</source>
        <translation>نزل</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>غائب</translation>
    </message>
    <message>
        <source>has not come</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <source>safe, aboard bus {bus}</source>
        <translation>بأمان، في الحافلة {bus}</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>لم يصعد بعد</translation>
    </message>
    <message>
        <source>attended, not expected</source>
        <translation>حضر دون أن يكون متوقعاً</translation>
    </message>
    <message>
        <source>aboard, not listed</source>
        <translation>على متن الحافلة، خارج القائمة</translation>
    </message>
    <message>
        <source>Badge no.</source>
        <translation>رقم البطاقة</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>First scan</source>
        <translation>أول مسح</translation>
    </message>
    <message>
        <source>Last scan</source>
        <translation>آخر مسح</translation>
    </message>
    <message>
        <source>Latin name</source>
        <translation>الاسم بالحروف اللاتينية</translation>
    </message>
    <message>
        <source>Listed on bus</source>
        <translation>مدرج في حافلة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>المؤسسة</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>row</source>
        <translation>الصف</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>المنصب</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>الوصول</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>وصلوا</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>المكاتب</translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation>الحواسيب</translation>
    </message>
    <message>
        <source>In 10 minutes</source>
        <translation>خلال 10 دقائق</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>يحتاج إلى شخص</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>المخطط</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Bus {bus} is about to leave, please come aboard.</source>
        <translation>الحافلة {bus} على وشك المغادرة، يُرجى الصعود إليها.</translation>
    </message>
    <message>
        <source>Companions</source>
        <translation>المرافقون</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>شوهد آخر مرة</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>جهة الاتصال</translation>
    </message>
    <message>
        <source>Not seen anywhere yet</source>
        <translation>لم يُشاهد بعد</translation>
    </message>
    <message>
        <source>Final list</source>
        <translation>القائمة النهائية</translation>
    </message>
    <message>
        <source>Working copy</source>
        <translation>نسخة عمل</translation>
    </message>
</context>
</TS>
