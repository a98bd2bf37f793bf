<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>Paper</name>
    <message>
        <source>English</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Aboard</source>
        <translation>À bord</translation>
    </message>
    <message>
        <source>Accounted for</source>
        <translation>Situation connue</translation>
    </message>
    <message>
        <source>All change to bus</source>
        <translation>Tous changent pour le bus</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Badge</translation>
    </message>
    <message>
        <source>Bay</source>
        <translation>Quai</translation>
    </message>
    <message>
        <source>Broken down</source>
        <translation>En panne</translation>
    </message>
    <message>
        <source>Charter sign</source>
        <translation>Plaque de transport occasionnel</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Delegates</source>
        <translation>Délégués</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Délégation</translation>
    </message>
    <message>
        <source>Departs</source>
        <translation>Départ</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Conducteur</translation>
    </message>
    <message>
        <source>Driver&apos;s phone</source>
        <translation>Tél. du conducteur</translation>
    </message>
    <message>
        <source>Got off</source>
        <translation>Descendu</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>Inscrits</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Liste des passagers</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manquant</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Nobody is listed</source>
        <translation>Liste vide</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Immatriculation</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Imprimé</translation>
    </message>
    <message>
        <source>Safe, aboard</source>
        <translation>En sécurité, à bord</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Souls aboard</source>
        <translation>Personnes à bord</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Exchanged at</source>
        <translation>Échangé à</translation>
    </message>
    <message>
        <source>Takes over from bus</source>
        <translation>Remplace le bus</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>Encore attendu</translation>
    </message>
    <message>
        <source>Not on the list</source>
        <translation>Hors liste</translation>
    </message>
    <message>
        <source>By override</source>
        <translation>Par dérogation</translation>
    </message>
    <message>
        <source>manages on an ordinary seat</source>
        <translation>peut prendre un siège ordinaire</translation>
    </message>
    <message>
        <source>has changed the route, as agreed</source>
        <translation>a changé de circuit, comme convenu</translation>
    </message>
    <message>
        <source>stays with their delegation</source>
        <translation>reste avec sa délégation</translation>
    </message>
    <message>
        <source>interprets for or looks after a guest aboard</source>
        <translation>interprète ou accompagne un invité à bord</translation>
    </message>
    <message>
        <source>another reason</source>
        <translation>autre raison</translation>
    </message>
    <message>
        <source>their own bus has left</source>
        <translation>son autocar est parti</translation>
    </message>
    <message>
        <source>asked for by security</source>
        <translation>à la demande de la sécurité</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Contradictory</source>
        <translation>Contradictoire</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>Exercice</translation>
    </message>
    <message>
        <source>Emergency list</source>
        <translation>Liste d’urgence</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Attendu</translation>
    </message>
    <message>
        <source>Found besides</source>
        <translation>Trouvé en plus</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Figée</translation>
    </message>
    <message>
        <source>As it was when the emergency was called</source>
        <translation>Telle qu’à l’alerte</translation>
    </message>
    <message>
        <source>Injured</source>
        <translation>Blessé</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Interprète</translation>
    </message>
    <message>
        <source>Medic</source>
        <translation>Secouriste</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sécurité</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personnel</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>Sain et sauf</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Route {route}</source>
        <translation>Itinéraire {route}</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>Bus</translation>
    </message>
    <message>
        <source>aboard</source>
        <translation>à bord</translation>
    </message>
    <message>
        <source>accounted for</source>
        <translation>situation connue</translation>
    </message>
    <message>
        <source>attended</source>
        <translation>présent</translation>
    </message>
    <message>
        <source>got off</source>
        <translation>descendu</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>manquant</translation>
    </message>
    <message>
        <source>has not come</source>
        <translation>pas venu</translation>
    </message>
    <message>
        <source>safe, aboard bus {bus}</source>
        <translation>en sécurité, à bord du bus {bus}</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>encore attendu</translation>
    </message>
    <message>
        <source>attended, not expected</source>
        <translation>présent, non attendu</translation>
    </message>
    <message>
        <source>aboard, not listed</source>
        <translation>à bord, hors liste</translation>
    </message>
    <message>
        <source>Badge no.</source>
        <translation>N° de badge</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>First scan</source>
        <translation>Première lecture</translation>
    </message>
    <message>
        <source>Last scan</source>
        <translation>Dernière lecture</translation>
    </message>
    <message>
        <source>Latin name</source>
        <translation>Nom en caractères latins</translation>
    </message>
    <message>
        <source>Listed on bus</source>
        <translation>Inscrit dans le bus</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>motif</translation>
    </message>
    <message>
        <source>row</source>
        <translation>ligne</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>Arrivées</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Arrivés</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>Guichets</translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation>Ordinateurs</translation>
    </message>
    <message>
        <source>In 10 minutes</source>
        <translation>En 10 minutes</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>Demande une personne</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Bus {bus} is about to leave, please come aboard.</source>
        <translation>Le bus {bus} va partir, veuillez monter à bord.</translation>
    </message>
    <message>
        <source>Companions</source>
        <translation>Accompagnants</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Vu pour la dernière fois</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>Liaison</translation>
    </message>
    <message>
        <source>Not seen anywhere yet</source>
        <translation>Pas encore vu</translation>
    </message>
    <message>
        <source>Final list</source>
        <translation>Liste définitive</translation>
    </message>
    <message>
        <source>Working copy</source>
        <translation>Copie de travail</translation>
    </message>
</context>
</TS>
