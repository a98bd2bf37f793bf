<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>Paper</name>
    <message>
        <source>English</source>
        <translation>Русский</translation>
    </message>
    <message>
        <source>Aboard</source>
        <translation>В автобусе</translation>
    </message>
    <message>
        <source>Accounted for</source>
        <translation>Местонахождение известно</translation>
    </message>
    <message>
        <source>All change to bus</source>
        <translation>Все пересаживаются в автобус</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Бейдж</translation>
    </message>
    <message>
        <source>Bay</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Broken down</source>
        <translation>Поломка</translation>
    </message>
    <message>
        <source>Charter sign</source>
        <translation>Знак заказного рейса</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Контроль</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Координатор</translation>
    </message>
    <message>
        <source>Delegates</source>
        <translation>Делегаты</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Делегация</translation>
    </message>
    <message>
        <source>Departs</source>
        <translation>Отправление</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Водитель</translation>
    </message>
    <message>
        <source>Driver&apos;s phone</source>
        <translation>Телефон водителя</translation>
    </message>
    <message>
        <source>Got off</source>
        <translation>Вышел</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Гид</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Языки</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>В списке</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Список пассажиров</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Отсутствует</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Nobody is listed</source>
        <translation>Список пуст</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Стр.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Напечатано</translation>
    </message>
    <message>
        <source>Safe, aboard</source>
        <translation>В безопасности, в</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Места</translation>
    </message>
    <message>
        <source>Souls aboard</source>
        <translation>Всего людей</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Exchanged at</source>
        <translation>Заменён в</translation>
    </message>
    <message>
        <source>Takes over from bus</source>
        <translation>Заменяет автобус</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>Ожидается</translation>
    </message>
    <message>
        <source>Not on the list</source>
        <translation>Вне списка</translation>
    </message>
    <message>
        <source>By override</source>
        <translation>В порядке исключения</translation>
    </message>
    <message>
        <source>manages on an ordinary seat</source>
        <translation>может ехать на обычном месте</translation>
    </message>
    <message>
        <source>has changed the route, as agreed</source>
        <translation>сменил маршрут по согласованию</translation>
    </message>
    <message>
        <source>stays with their delegation</source>
        <translation>остаётся со своей делегацией</translation>
    </message>
    <message>
        <source>interprets for or looks after a guest aboard</source>
        <translation>переводит для гостя в автобусе или сопровождает его</translation>
    </message>
    <message>
        <source>another reason</source>
        <translation>другая причина</translation>
    </message>
    <message>
        <source>their own bus has left</source>
        <translation>свой автобус уже ушёл</translation>
    </message>
    <message>
        <source>asked for by security</source>
        <translation>по требованию охраны</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Contradictory</source>
        <translation>Противоречиво</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>Учения</translation>
    </message>
    <message>
        <source>Emergency list</source>
        <translation>Экстренный список</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Завершено</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Ожидается</translation>
    </message>
    <message>
        <source>Found besides</source>
        <translation>Найден дополнительно</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Зафиксировано</translation>
    </message>
    <message>
        <source>As it was when the emergency was called</source>
        <translation>На момент объявления тревоги</translation>
    </message>
    <message>
        <source>Injured</source>
        <translation>Ранен</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Переводчик</translation>
    </message>
    <message>
        <source>Medic</source>
        <translation>Медик</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Охрана</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Персонал</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>В безопасности</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Неизвестно</translation>
    </message>
    <message>
        <source>Route {route}</source>
        <translation>Маршрут {route}</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>Автобус</translation>
    </message>
    <message>
        <source>aboard</source>
        <translation>в автобусе</translation>
    </message>
    <message>
        <source>accounted for</source>
        <translation>местонахождение известно</translation>
    </message>
    <message>
        <source>attended</source>
        <translation>присутствовал</translation>
    </message>
    <message>
        <source>got off</source>
        <translation>вышел</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>отсутствует</translation>
    </message>
    <message>
        <source>has not come</source>
        <translation>не пришёл</translation>
    </message>
    <message>
        <source>safe, aboard bus {bus}</source>
        <translation>в безопасности, в автобусе {bus}</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>ожидается</translation>
    </message>
    <message>
        <source>attended, not expected</source>
        <translation>присутствовал, не ожидался</translation>
    </message>
    <message>
        <source>aboard, not listed</source>
        <translation>в автобусе, вне списка</translation>
    </message>
    <message>
        <source>Badge no.</source>
        <translation>№ бейджа</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>First scan</source>
        <translation>Первое сканирование</translation>
    </message>
    <message>
        <source>Last scan</source>
        <translation>Последнее сканирование</translation>
    </message>
    <message>
        <source>Latin name</source>
        <translation>Имя латиницей</translation>
    </message>
    <message>
        <source>Listed on bus</source>
        <translation>В списке автобуса</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Организация</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>причина</translation>
    </message>
    <message>
        <source>row</source>
        <translation>строка</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>Прибытие</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Прибыли</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>Стойки</translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation>Ноутбуки</translation>
    </message>
    <message>
        <source>In 10 minutes</source>
        <translation>За 10 минут</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>Требует человека</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>По плану</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Bus {bus} is about to leave, please come aboard.</source>
        <translation>Автобус {bus} скоро отправляется, просим занять места.</translation>
    </message>
    <message>
        <source>Companions</source>
        <translation>Спутники</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Последний раз видели</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>Контактное лицо</translation>
    </message>
    <message>
        <source>Not seen anywhere yet</source>
        <translation>Пока нигде не замечен</translation>
    </message>
    <message>
        <source>Final list</source>
        <translation>Окончательный список</translation>
    </message>
    <message>
        <source>Working copy</source>
        <translation>Рабочая копия</translation>
    </message>
</context>
</TS>
