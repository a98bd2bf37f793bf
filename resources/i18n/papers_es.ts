<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>Paper</name>
    <message>
        <source>English</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>Aboard</source>
        <translation>A bordo</translation>
    </message>
    <message>
        <source>Accounted for</source>
        <translation>Justificado</translation>
    </message>
    <message>
        <source>All change to bus</source>
        <translation>Todos cambian al autobús</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Credencial</translation>
    </message>
    <message>
        <source>Bay</source>
        <translation>Andén</translation>
    </message>
    <message>
        <source>Broken down</source>
        <translation>Averiado</translation>
    </message>
    <message>
        <source>Charter sign</source>
        <translation>Distintivo de servicio discrecional</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Control</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Coordinador</translation>
    </message>
    <message>
        <source>Delegates</source>
        <translation>Delegados</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Delegación</translation>
    </message>
    <message>
        <source>Departs</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Conductor</translation>
    </message>
    <message>
        <source>Driver&apos;s phone</source>
        <translation>Tel. del conductor</translation>
    </message>
    <message>
        <source>Got off</source>
        <translation>Bajó</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>Inscritos</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Lista de pasajeros</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Nobody is listed</source>
        <translation>Lista vacía</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Matrícula</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Impreso</translation>
    </message>
    <message>
        <source>Safe, aboard</source>
        <translation>A salvo, a bordo</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plazas</translation>
    </message>
    <message>
        <source>Souls aboard</source>
        <translation>Personas a bordo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Exchanged at</source>
        <translation>Cambiado a las</translation>
    </message>
    <message>
        <source>Takes over from bus</source>
        <translation>Sustituye al autobús</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>Por llegar</translation>
    </message>
    <message>
        <source>Not on the list</source>
        <translation>Fuera de lista</translation>
    </message>
    <message>
        <source>By override</source>
        <translation>Por excepción</translation>
    </message>
    <message>
        <source>manages on an ordinary seat</source>
        <translation>puede ir en un asiento normal</translation>
    </message>
    <message>
        <source>has changed the route, as agreed</source>
        <translation>cambió de ruta, según lo acordado</translation>
    </message>
    <message>
        <source>stays with their delegation</source>
        <translation>sigue con su delegación</translation>
    </message>
    <message>
        <source>interprets for or looks after a guest aboard</source>
        <translation>interpreta o acompaña a un invitado a bordo</translation>
    </message>
    <message>
        <source>another reason</source>
        <translation>otro motivo</translation>
    </message>
    <message>
        <source>their own bus has left</source>
        <translation>su autobús ya salió</translation>
    </message>
    <message>
        <source>asked for by security</source>
        <translation>a petición de seguridad</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Contradictory</source>
        <translation>Contradictorio</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>Simulacro</translation>
    </message>
    <message>
        <source>Emergency list</source>
        <translation>Lista de emergencia</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminada</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Esperado</translation>
    </message>
    <message>
        <source>Found besides</source>
        <translation>Hallado además</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Congelada</translation>
    </message>
    <message>
        <source>As it was when the emergency was called</source>
        <translation>Como estaba al declararse la emergencia</translation>
    </message>
    <message>
        <source>Injured</source>
        <translation>Herido</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Intérprete</translation>
    </message>
    <message>
        <source>Medic</source>
        <translation>Sanitario</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Seguridad</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>A salvo</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Route {route}</source>
        <translation>Ruta {route}</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>Autobús</translation>
    </message>
    <message>
        <source>aboard</source>
        <translation>a bordo</translation>
    </message>
    <message>
        <source>accounted for</source>
        <translation>justificado</translation>
    </message>
    <message>
        <source>attended</source>
        <translation>asistió</translation>
    </message>
    <message>
        <source>got off</source>
        <translation>bajó</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>ausente</translation>
    </message>
    <message>
        <source>has not come</source>
        <translation>no ha venido</translation>
    </message>
    <message>
        <source>safe, aboard bus {bus}</source>
        <translation>a salvo, a bordo del autobús {bus}</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>por llegar</translation>
    </message>
    <message>
        <source>attended, not expected</source>
        <translation>asistió, no esperado</translation>
    </message>
    <message>
        <source>aboard, not listed</source>
        <translation>a bordo, fuera de lista</translation>
    </message>
    <message>
        <source>Badge no.</source>
        <translation>N.º de credencial</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>First scan</source>
        <translation>Primera lectura</translation>
    </message>
    <message>
        <source>Last scan</source>
        <translation>Última lectura</translation>
    </message>
    <message>
        <source>Latin name</source>
        <translation>Nombre en letras latinas</translation>
    </message>
    <message>
        <source>Listed on bus</source>
        <translation>Inscrito en el autobús</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Observación</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>motivo</translation>
    </message>
    <message>
        <source>row</source>
        <translation>fila</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Cargo</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>Llegadas</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Llegados</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>Mostradores</translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation>Portátiles</translation>
    </message>
    <message>
        <source>In 10 minutes</source>
        <translation>En 10 minutos</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>Requiere una persona</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Previsto</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Bus {bus} is about to leave, please come aboard.</source>
        <translation>El autobús {bus} está a punto de salir, suban a bordo, por favor.</translation>
    </message>
    <message>
        <source>Companions</source>
        <translation>Acompañantes</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Visto por última vez</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>Not seen anywhere yet</source>
        <translation>Aún no visto</translation>
    </message>
    <message>
        <source>Final list</source>
        <translation>Lista definitiva</translation>
    </message>
    <message>
        <source>Working copy</source>
        <translation>Copia de trabajo</translation>
    </message>
</context>
</TS>
