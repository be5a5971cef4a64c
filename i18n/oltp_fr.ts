<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>@default</name>
    <message>
        <location filename="../oltp_plugin/gui/partners.py" line="110"/>
        <source>Reading {name}</source>
        <translation>Lecture de {name}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/parameters.py" line="16"/>
        <source>Observatory</source>
        <translation>Observatoire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/partners_table.py" line="67"/>
        <source>{located} of {n} have a point on the map</source>
        <translation>{located} sur {n} ont un point sur la carte</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/summary_words.py" line="12"/>
        <source>{share} %</source>
        <translation>{share} %</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/summary_words.py" line="18"/>
        <source>{percent} ({located})</source>
        <translation>{percent} ({located})</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/measure_words.py" line="163"/>
        <source>{first} to {last}</source>
        <translation>du {first} au {last}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/summary_words.py" line="37"/>
        <source>No incident yet. Import a partner’s file to begin.</source>
        <translation>Aucun incident pour l'instant. Pour commencer, importez le fichier d'un partenaire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/summary_words.py" line="39"/>
        <source>Under 85 % have a point: maps show only part of what was reported.</source>
        <translation>Moins de 85 % ont un point : les cartes ne montrent qu'une partie de ce qui a été signalé.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/menus.py" line="69"/>
        <source>Open &amp;recent</source>
        <translation>Ouvrir un observatoire &amp;récent</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/menus.py" line="108"/>
        <source>None yet</source>
        <translation>Aucun pour l'instant</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/messages.py" line="34"/>
        <source>Something unforeseen happened. The OLTP tab of the log messages says where.</source>
        <translation>Une erreur imprévue s'est produite. L'onglet OLTP du journal des messages dit où.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="210"/>
        <source>Observatory (GeoPackage) (*.gpkg)</source>
        <translation>Observatoire (GeoPackage) (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/new_observatory.py" line="38"/>
        <source>observatory.gpkg</source>
        <translation>observatoire.gpkg</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/new_observatory.py" line="44"/>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/new_observatory.py" line="65"/>
        <source>Choose a file to begin.</source>
        <translation>Choisissez d'abord un fichier.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/new_observatory.py" line="68"/>
        <source>{name} is there already. Choose another name, or open it.</source>
        <translation>{name} existe déjà. Choisissez un autre nom, ou ouvrez ce fichier.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/new_observatory.py" line="75"/>
        <source>Choose a coordinate system that has an EPSG code.</source>
        <translation>Choisissez un système de coordonnées qui a un code EPSG.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/new_observatory.py" line="77"/>
        <source>{crs} counts in degrees, and distances need metres. In metropolitan France take EPSG:2154 (Lambert-93).</source>
        <translation>{crs} est en degrés, or les distances se mesurent en mètres. En France métropolitaine, prenez EPSG:2154 (Lambert-93).</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="90"/>
        <source>&amp;New observatory…</source>
        <translation>&amp;Nouvel observatoire…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="91"/>
        <source>&amp;Open observatory…</source>
        <translation>&amp;Ouvrir un observatoire…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="94"/>
        <source>&amp;Import incidents…</source>
        <translation>&amp;Importer des incidents…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="143"/>
        <source>&amp;Kernel density…</source>
        <translation>&amp;Densité par noyau…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="143"/>
        <source>&amp;Buffer rings…</source>
        <translation>&amp;Couronnes autour des lieux…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="146"/>
        <source>Print &amp;map…</source>
        <translation>Im&amp;primer une carte…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="117"/>
        <source>Observatory &amp;panel</source>
        <translation>Panneau de l'ob&amp;servatoire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="210"/>
        <source>Open observatory</source>
        <translation>Ouvrir un observatoire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="293"/>
        <source>The toolbox has no algorithm {algorithm}.</source>
        <translation>La boîte à outils de traitements n'a pas d'algorithme {algorithm} : l'extension Processing est-elle activée ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="68"/>
        <source>Row number</source>
        <translation>Numéro de ligne</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="69"/>
        <source>Identifier</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/purge_certificate.py" line="83"/>
        <source>Partner</source>
        <translation>Partenaire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="71"/>
        <source>Partner’s number (scrambled)</source>
        <translation>Numéro du partenaire (brouillé)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="112"/>
        <source>Delivery</source>
        <translation>Livraison</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/purge_certificate.py" line="83"/>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="74"/>
        <source>Partner’s own category</source>
        <translation>Catégorie du partenaire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="75"/>
        <source>Known by</source>
        <translation>Connu par</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="76"/>
        <source>Occurred from</source>
        <translation>Survenu à partir du</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="77"/>
        <source>Occurred until</source>
        <translation>Survenu jusqu'au</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="78"/>
        <source>Precision of the time</source>
        <translation>Précision de l'heure</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="79"/>
        <source>Recorded on</source>
        <translation>Enregistré le</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="67"/>
        <source>Kind of place</source>
        <translation>Type de lieu</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="65"/>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="82"/>
        <source>Precision of the location</source>
        <translation>Précision du lieu</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="83"/>
        <source>Address match (0 to 1)</source>
        <translation>Qualité du géocodage (0 à 1)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="84"/>
        <source>Territory (code)</source>
        <translation>Territoire (code)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="85"/>
        <source>Territory level</source>
        <translation>Niveau du territoire</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="68"/>
        <source>Severity (0 to 9)</source>
        <translation>Gravité (0 à 9)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="87"/>
        <source>Count, in the partner’s unit</source>
        <translation>Nombre (unité du partenaire)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="88"/>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="89"/>
        <source>Fact</source>
        <translation>Fait</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="90"/>
        <source>Entered on</source>
        <translation>Entré le</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="91"/>
        <source>Changed on</source>
        <translation>Modifié le</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="99"/>
        <source>Victim</source>
        <translation>Victime</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="100"/>
        <source>Witness or resident</source>
        <translation>Témoin ou riverain</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="101"/>
        <source>Staff</source>
        <translation>Agent</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="102"/>
        <source>Patrol</source>
        <translation>Patrouille</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="103"/>
        <source>CCTV</source>
        <translation>Vidéoprotection</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="104"/>
        <source>Inspection</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="105"/>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="108"/>
        <source>To the minute</source>
        <translation>À la minute</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="109"/>
        <source>To the hour</source>
        <translation>À l'heure</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="110"/>
        <source>The day only</source>
        <translation>Le jour seulement</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="111"/>
        <source>Between two moments</source>
        <translation>Entre deux moments</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="112"/>
        <source>The month only</source>
        <translation>Le mois seulement</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="116"/>
        <source>Street</source>
        <translation>Rue</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="117"/>
        <source>Stop</source>
        <translation>Arrêt</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="118"/>
        <source>Facility</source>
        <translation>Équipement</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="119"/>
        <source>100 m cell</source>
        <translation>Maille de 100 m</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="120"/>
        <source>Territory only</source>
        <translation>Territoire seulement</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="121"/>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="242"/>
        <source>Open</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="125"/>
        <source>Closed</source>
        <translation>Clos</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="126"/>
        <source>Withdrawn by the partner</source>
        <translation>Retiré par le partenaire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="171"/>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="174"/>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="175"/>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="176"/>
        <source>Where it comes from</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/time/period_comparison.py" line="51"/>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_places.py" line="57"/>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_addresses.py" line="108"/>
        <source>Commune</source>
        <translation>Commune</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/observatory_group.py" line="275"/>
        <source>Territorial groups</source>
        <translation>Groupes territoriaux</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/observatory_group.py" line="276"/>
        <source>Quartiers</source>
        <translation>Quartiers</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/observatory_group.py" line="277"/>
        <source>Sous-quartiers</source>
        <translation>Sous-quartiers</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/observatory_group.py" line="278"/>
        <source>IRIS</source>
        <translation>IRIS</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/observatory_group.py" line="279"/>
        <source>Priority neighbourhoods (QPV)</source>
        <translation>Quartiers prioritaires (QPV)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/run_card.py" line="89"/>
        <source>Made by {algorithm}, OLTP {version}, QGIS {qgis}, on {date}</source>
        <translation>Produit par {algorithm}, OLTP {version}, QGIS {qgis}, le {date}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/run_card.py" line="93"/>
        <source>Data of {date}</source>
        <translation>Données du {date}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/run_card.py" line="105"/>
        <source>Records used: {n}</source>
        <translation>Enregistrements utilisés : {n}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/run_card.py" line="106"/>
        <source>Records left out, {reason}: {n}</source>
        <translation>Enregistrements écartés, {reason} : {n}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/run_card.py" line="117"/>
        <source>Only {share} % of the records have a point: the map shows where records are located well, not only where they are many.</source>
        <translation>Seuls {share} % des enregistrements ont un point : la carte montre où l'on localise bien, et pas seulement où les enregistrements sont nombreux.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="216"/>
        <source>About average</source>
        <translation>Proche de la moyenne</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="217"/>
        <source>Above average</source>
        <translation>Au-dessus de la moyenne</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="93"/>
        <source>Approximate place</source>
        <translation>Lieu approximatif</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="94"/>
        <source>Area (m²)</source>
        <translation>Surface (m²)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="215"/>
        <source>Below average</source>
        <translation>Au-dessous de la moyenne</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="124"/>
        <source>Fewer than 10 incidents</source>
        <translation>Moins de 10 incidents</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="129"/>
        <source>From (m)</source>
        <translation>De (m)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="145"/>
        <source>Incidents per 1,000 inhabitants</source>
        <translation>Incidents pour 1 000 habitants</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/kernel_density.py" line="116"/>
        <source>Incidents per km²</source>
        <translation>Incidents par km²</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="148"/>
        <source>Incidents with a point</source>
        <translation>Incidents avec un point</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="149"/>
        <source>Incidents without a point</source>
        <translation>Incidents sans point</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="157"/>
        <source>Less than half the average</source>
        <translation>Sous la moitié de la moyenne</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="159"/>
        <source>Location quotient</source>
        <translation>Quotient de localisation</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="173"/>
        <source>More than twice the average</source>
        <translation>Plus du double de la moyenne</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="196"/>
        <source>Precise place</source>
        <translation>Lieu précis</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="201"/>
        <source>Share of all incidents (0 to 1)</source>
        <translation>Part de tous les incidents (0 à 1)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="214"/>
        <source>To (m)</source>
        <translation>À (m)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/legend.py" line="43"/>
        <source>Legend</source>
        <translation>Légende</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/records.py" line="236"/>
        <source>{layer}: {n} on this map</source>
        <translation>{layer} : {n} sur cette carte</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/records.py" line="243"/>
        <source>not mappable, without a location: {n}{share}</source>
        <translation>non cartographiables, sans localisation : {n}{share}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/records.py" line="225"/>
        <source>Read with care: fewer than 85% of the records have a location.</source>
        <translation>À lire avec prudence : moins de 85 % des enregistrements sont localisés.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/words.py" line="28"/>
        <source>({share}%)</source>
        <translation>({share} %)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/words.py" line="34"/>
        <source>INTERNAL USE</source>
        <translation>DIFFUSION INTERNE</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/words.py" line="35"/>
        <source>RESTRICTED CIRCULATION</source>
        <translation>DIFFUSION RESTREINTE</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/words.py" line="36"/>
        <source>PUBLIC</source>
        <translation>DIFFUSION PUBLIQUE</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/words.py" line="50"/>
        <source>Working document of the observatory only.</source>
        <translation>Document de travail de l'observatoire seul.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/words.py" line="51"/>
        <source>For the restricted network. Do not pass it on.</source>
        <translation>Réservé au réseau restreint. Ne pas rediffuser.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/words.py" line="52"/>
        <source>May be published.</source>
        <translation>Publication autorisée.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/words.py" line="59"/>
        <source>Sources: not stated.</source>
        <translation>Sources : non précisées.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/words.py" line="60"/>
        <source>Sources: {sources}</source>
        <translation>Sources : {sources}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/words.py" line="65"/>
        <source>Map made on {date} with OLTP {version}</source>
        <translation>Carte établie le {date} avec OLTP {version}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="95"/>
        <source>The distances “{text}” cannot be used: give numbers above 0 in increasing order, separated by commas, for example 50,100,200.</source>
        <translation>Les distances « {text} » ne peuvent pas servir : donnez des nombres supérieurs à 0, croissants, séparés par des virgules, par exemple 50,100,200.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="118"/>
        <source>The map could not be written to {file}: is the file open in another program, or the disk full?</source>
        <translation>La carte n'a pas pu être écrite dans {file} : le fichier est-il ouvert dans un autre programme, ou le disque plein ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="179"/>
        <source>Nothing can be written in the folder “{folder}”: choose one that exists and is yours.</source>
        <translation>Rien ne peut être écrit dans le dossier « {folder} » : choisissez-en un qui existe et où vous avez le droit d'écrire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="182"/>
        <source>The layer “{layer}” is in degrees ({crs}), where distances and areas mean nothing: reproject it first, for example to {suggestion}.</source>
        <translation>La couche « {layer} » est en degrés ({crs}), où distances et surfaces n'ont pas de sens : reprojetez-la d'abord, par exemple en {suggestion}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="186"/>
        <source>{file} is being written by another program: wait until it has finished, and run again.</source>
        <translation>Un autre programme est en train d'écrire dans {file} : attendez qu'il ait terminé, puis relancez le traitement.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="189"/>
        <source>The Python library {name} is missing from this QGIS, and this algorithm needs it: install {name}, or the full QGIS installer, which brings it.</source>
        <translation>La bibliothèque Python {name} manque à ce QGIS, et cet algorithme en a besoin : installez {name}, ou l'installeur complet de QGIS, qui la contient.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="193"/>
        <source>The layer “{layer}” has features of several points each: run QGIS's “Multipart to singleparts” first, so that each point counts once.</source>
        <translation>La couche « {layer} » a des entités de plusieurs points chacune : lancez d'abord l'algorithme de QGIS « De morceaux multiples à morceaux uniques », pour que chaque point compte une fois.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="197"/>
        <source>The layer “{layer}” does not say its coordinate system: set it in the layer's properties.</source>
        <translation>La couche « {layer} » ne dit pas son système de coordonnées : indiquez-le dans les propriétés de la couche.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="201"/>
        <source>The layer “{layer}” has no field “{field}”: choose one of those that it has.</source>
        <translation>La couche « {layer} » n'a pas de champ « {field} » : choisissez l'un de ceux qu'elle a.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="208"/>
        <source>The layer “{layer}” has no geometry in it, so there is nothing to count around or in: choose another layer, or clear its filter.</source>
        <translation>La couche « {layer} » ne contient aucune géométrie, il n'y a donc rien autour de quoi ni dans quoi compter : choisissez une autre couche, ou enlevez son filtre.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="240"/>
        <source>The result could not be written ({reason}): is the disk full, or the file open in another program?</source>
        <translation>Le résultat n'a pas pu être écrit ({reason}) : le disque est-il plein, ou le fichier ouvert dans un autre programme ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="259"/>
        <source>The layer “{layer}” is not measured in metres ({crs}): reproject it first, for example to {suggestion}.</source>
        <translation>La couche « {layer} » n'est pas en mètres ({crs}) : reprojetez-la d'abord, par exemple en {suggestion}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="263"/>
        <source>The layer “{layer}” is not a layer of points: choose one of points.</source>
        <translation>La couche « {layer} » n'est pas une couche de points : choisissez-en une de points.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="264"/>
        <source>The layer “{layer}” is not a layer of polygons: choose one of polygons, such as the commune.</source>
        <translation>La couche « {layer} » n'est pas une couche de polygones : choisissez-en une de polygones, par exemple la commune.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="268"/>
        <source>The result was written but cannot be opened again: is the disk full, or the file open in another program?</source>
        <translation>Le résultat a été écrit mais ne peut pas être rouvert : le disque est-il plein, ou le fichier ouvert dans un autre programme ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="296"/>
        <source>The result was written, but its symbols and description could not be saved with it ({reason}): choose a folder that you may write to.</source>
        <translation>Le résultat a été écrit, mais ses symboles et sa fiche de calcul n'ont pas pu être enregistrés avec lui ({reason}) : choisissez un dossier où vous avez le droit d'écrire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="300"/>
        <source>The plugin's style “{name}” cannot be read ({reason}): reinstall the plugin.</source>
        <translation>Le style « {name} » de l'extension ne peut pas être lu ({reason}) : réinstallez l'extension.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="314"/>
        <source>There is no record with a point to work on: choose another layer, or look at its filter and selection.</source>
        <translation>Aucun enregistrement à traiter n'a de point : choisissez une autre couche, ou vérifiez son filtre et sa sélection.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="346"/>
        <source>The radius ({radius} m) is smaller than a cell ({cell} m): choose a larger radius or smaller cells.</source>
        <translation>Le rayon ({radius} m) est plus petit qu'une cellule ({cell} m) : choisissez un rayon plus grand ou des cellules plus petites.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="354"/>
        <source>The study area holds none of the records: is it the right layer, in the right coordinate system?</source>
        <translation>Le périmètre d'étude ne contient aucun des enregistrements : est-ce la bonne couche, dans le bon système de coordonnées ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="387"/>
        <source>The weight field “{field}” holds numbers below 0, and a record cannot count less than not at all: choose another field.</source>
        <translation>Le champ de poids « {field} » contient des nombres négatifs, or un enregistrement ne peut pas compter moins que zéro : choisissez un autre champ.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="398"/>
        <source>The weight field “{field}” does not hold numbers: choose one that does.</source>
        <translation>Le champ de poids « {field} » ne contient pas de nombres : choisissez-en un qui en contient.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="407"/>
        <source>There is no layer to print: choose at least one that can be opened.</source>
        <translation>Il n'y a aucune couche à imprimer : choisissez-en au moins une qui puisse être ouverte.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="408"/>
        <source>None of these layers has anything to show: choose another layer, or give an extent.</source>
        <translation>Aucune de ces couches n'a quoi que ce soit à montrer : choisissez une autre couche, ou donnez une emprise.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="411"/>
        <source>An SVG holds the exact coordinates of all that it shows, so it is only for internal use: choose PDF or PNG, or the internal diffusion.</source>
        <translation>Un SVG contient les coordonnées exactes de tout ce qu'il montre, il est donc réservé à l'usage interne : choisissez PDF ou PNG, ou la diffusion interne.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="415"/>
        <source>The layout template {file} has no map on it: add one in QGIS&apos;s layout editor.</source>
        <translation>Le modèle de mise en page {file} ne contient pas de carte : ajoutez-en une dans l'éditeur de mise en page de QGIS.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="418"/>
        <source>There is not enough memory to draw this page at {dpi} dots per inch: choose a lower resolution.</source>
        <translation>La mémoire ne suffit pas pour dessiner cette page à {dpi} points par pouce : choisissez une résolution plus faible.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="422"/>
        <source>{file} does not end in .pdf, .png or .svg: choose one of these for the map.</source>
        <translation>{file} ne finit ni par .pdf, ni par .png, ni par .svg : choisissez l'un des trois pour la carte.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="425"/>
        <source>{file} cannot be read as a layout template: save it again from QGIS&apos;s layout editor as a .qpt file.</source>
        <translation>{file} ne peut pas être lu comme modèle de mise en page : enregistrez-le de nouveau en .qpt depuis l'éditeur de mise en page de QGIS.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="429"/>
        <source>QGIS did not answer for half a minute, so nothing was written: wait until it is idle and try again.</source>
        <translation>QGIS n'a pas répondu pendant une demi-minute, rien n'a donc été écrit : attendez qu'il soit inoccupé, puis réessayez.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="433"/>
        <source>The agreement {reference} with {partner} ended on {until}, so nothing new may enter: record its successor first.</source>
        <translation>La convention {reference} avec {partner} a pris fin le {until}, plus rien ne peut donc entrer : enregistrez d'abord celle qui lui succède.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="483"/>
        <source>Batch {batch} was already undone on {when}.</source>
        <translation>Le lot {batch} a déjà été annulé, le {when}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="484"/>
        <source>{name} is being written by another program: nothing was changed; wait until it has finished and try again.</source>
        <translation>Un autre programme est en train d'écrire dans {name} : rien n'a été modifié ; attendez qu'il ait terminé, puis réessayez.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="488"/>
        <source>The agreement {reference} with {partner} does not allow its records to be combined with those of {others}: choose one partner at a time.</source>
        <translation>La convention {reference} avec {partner} ne permet pas de combiner ses enregistrements avec ceux d'autres partenaires ({others}) : choisissez un partenaire à la fois.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="510"/>
        <source>{name} is damaged and cannot be read: restore your last backup.</source>
        <translation>{name} est endommagé et ne peut pas être lu : restaurez votre dernière sauvegarde.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="511"/>
        <source>{name} is a spreadsheet (.xlsx, .xls or .ods) under another name: open it and save it as CSV.</source>
        <translation>{name} est un classeur (.xlsx, .xls ou .ods) sous un autre nom : ouvrez-le dans un tableur et enregistrez-le au format CSV.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="515"/>
        <source>The disk is full: {name} was left as it was; make room and try again.</source>
        <translation>Le disque est plein : {name} est resté tel quel ; faites de la place, puis réessayez.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="516"/>
        <source>{name} is empty: ask the partner to send it again.</source>
        <translation>{name} est vide : demandez au partenaire de l'envoyer de nouveau.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="517"/>
        <source>{name} exists already and is never overwritten: choose another name.</source>
        <translation>{name} existe déjà, et n'est jamais écrasé : choisissez un autre nom.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="581"/>
        <source>Batch {batch} cannot be undone, because batch {later} changed the same records after it: undo batch {later} first.</source>
        <translation>Le lot {batch} ne peut pas être annulé, parce que le lot {later} a ensuite modifié les mêmes enregistrements : annulez d'abord le lot {later}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="585"/>
        <source>{name} has no column “{column}” that the profile asks for; its columns are: {found}.</source>
        <translation>{name} n'a pas la colonne « {column} » que demande le profil ; ses colonnes sont : {found}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="588"/>
        <source>{name} is not there any more: was it moved or renamed?</source>
        <translation>{name} n'est plus là : ce fichier a-t-il été déplacé ou renommé ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="589"/>
        <source>The folder “{name}” does not exist: create it or choose another one.</source>
        <translation>Le dossier « {name} » n'existe pas : créez-le, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="592"/>
        <source>The key that recognises {partner}&apos;s records is not on this computer, so the file cannot be matched with what is stored: bring the keys folder from where it was made.</source>
        <translation>La clé qui reconnaît les enregistrements du partenaire {partner} n'est pas sur cet ordinateur, le fichier ne peut donc pas être rapproché de ce qui est enregistré : apportez le dossier des clés de l'ordinateur où elle a été créée.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="596"/>
        <source>{name} cannot be opened: is it there, and yours to read?</source>
        <translation>{name} ne peut pas être ouvert : ce fichier existe-t-il, et avez-vous le droit de le lire ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="597"/>
        <source>{name} was made by a newer version of this plugin (schema {found}, this one knows {known}): update the plugin; the file was not touched.</source>
        <translation>{name} a été créé par une version plus récente de l'extension (schéma {found}, celle-ci connaît le {known}) : mettez l'extension à jour ; le fichier n'a pas été touché.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="605"/>
        <source>There is no batch {batch} in this observatory.</source>
        <translation>Cet observatoire n'a pas de lot {batch}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="622"/>
        <source>The layer has no point: nothing was imported.</source>
        <translation>La couche n'a aucun point : rien n'a été importé.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="623"/>
        <source>There is no profile “{name}”, neither as a file nor saved in this observatory.</source>
        <translation>Il n'y a pas de profil « {name} », ni comme fichier, ni enregistré dans cet observatoire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="626"/>
        <source>{name} has no row under its header: if the partner had nothing to report, record a nil return.</source>
        <translation>{name} n'a aucune ligne sous son en-tête : si le partenaire n'avait rien à déclarer, enregistrez un état néant.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="638"/>
        <source>The layer has no polygon: nothing was imported.</source>
        <translation>La couche n'a aucun polygone : rien n'a été importé.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="643"/>
        <source>A date of service is neither a date nor a year: write it like 2014, 2014-05-31 or 31/05/2014.</source>
        <translation>Une date de service n'est ni une date ni une année : écrivez-la comme 2014, 2014-05-31 ou 31/05/2014.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="651"/>
        <source>The territory {code} has no area: correct its geometry first.</source>
        <translation>Le territoire {code} n'a pas de surface : corrigez d'abord sa géométrie.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="652"/>
        <source>{name} is not an observatory: choose a .gpkg file that this plugin made.</source>
        <translation>{name} n'est pas un observatoire : choisissez un .gpkg créé par cette extension.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="655"/>
        <source>An observatory&apos;s name ends in .gpkg, and {name} does not.</source>
        <translation>Le nom d'un observatoire finit par .gpkg, ce qui n'est pas le cas de {name}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="656"/>
        <source>{name} is not a text file: export it again as CSV.</source>
        <translation>{name} n'est pas un fichier de texte : exportez-le de nouveau au format CSV.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="657"/>
        <source>{name} cannot be written here: choose a folder where you have the right to write.</source>
        <translation>{name} ne peut pas être écrit ici : choisissez un dossier où vous avez le droit d'écrire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="661"/>
        <source>The period ends on {end}, before it begins on {start}.</source>
        <translation>La période finit le {end}, avant de commencer le {start}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="662"/>
        <source>The profile “{name}” uses the category “{code}”, which the observatory does not have.</source>
        <translation>Le profil « {name} » emploie la catégorie « {code} », que l'observatoire n'a pas.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="665"/>
        <source>In the profile {name}, “{field}” must be one of: {allowed}.</source>
        <translation>Dans le profil {name}, « {field} » doit valoir l'un de ces mots : {allowed}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="666"/>
        <source>The coordinate system {crs} is not known: write it in the profile like EPSG:2154.</source>
        <translation>Le système de coordonnées {crs} est inconnu : écrivez-le dans le profil sous la forme EPSG:2154.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="669"/>
        <source>The profile {name} maps “{field}”, which the observatory does not hold; it holds: {known}.</source>
        <translation>Le profil {name} désigne une colonne pour « {field} », que l'observatoire ne contient pas ; il contient : {known}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="673"/>
        <source>The profile {name} does not say “{field}”, which it must.</source>
        <translation>Le profil {name} ne dit rien de « {field} », qui est obligatoire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="674"/>
        <source>{name} is not an import profile: it should be a JSON document.</source>
        <translation>{name} n'est pas un profil d'import : ce devrait être un document JSON.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="682"/>
        <source>{name} may only be read here: ask for the right to write, or copy it elsewhere.</source>
        <translation>{name} ne peut être que lu ici : demandez le droit d'écrire, ou copiez ce fichier ailleurs.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="685"/>
        <source>The import is done, but the refused rows could not be written to {name}: choose another place.</source>
        <translation>L'import est fait, mais les lignes refusées n'ont pas pu être écrites dans {name} : choisissez un autre emplacement.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="697"/>
        <source>An observatory is not a temporary file: choose the folder and the name to keep it under.</source>
        <translation>Un observatoire n'est pas un fichier temporaire : choisissez le dossier et le nom sous lequel le conserver.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="701"/>
        <source>The code {code} stands twice in the layer: each territory needs a code of its own.</source>
        <translation>Le code {code} figure deux fois dans la couche : chaque territoire doit avoir son propre code.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="712"/>
        <source>The observatory has no category “{code}”.</source>
        <translation>L'observatoire n'a pas de catégorie « {code} ».</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="713"/>
        <source>The coordinate system {crs} is not known: choose one with an EPSG code.</source>
        <translation>Le système de coordonnées {crs} est inconnu : choisissez-en un qui a un code EPSG.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="716"/>
        <source>The observatory has no partner “{code}”.</source>
        <translation>L'observatoire n'a pas de partenaire « {code} ».</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="728"/>
        <source>“{kind}” is not a kind of place that the inventory holds; it holds: {allowed}.</source>
        <translation>« {kind} » n'est pas un type de lieu que l'inventaire admet ; il admet : {allowed}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="735"/>
        <source>The observatory has no territory “{code}”.</source>
        <translation>L'observatoire n'a pas de territoire « {code} ».</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="736"/>
        <source>The keys in {name} cannot be read: restore that file from a backup.</source>
        <translation>Les clés de {name} ne peuvent pas être lues : restaurez ce fichier à partir d'une sauvegarde.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="739"/>
        <source>{name} cannot be read as a table: is a quotation mark left open in a cell?</source>
        <translation>{name} ne peut pas être lu comme un tableau : un guillemet est-il resté ouvert dans une cellule ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="758"/>
        <source>{name} is not written in {encoding}: correct the profile&apos;s encoding, or leave it out to have it detected.</source>
        <translation>{name} n'est pas écrit en {encoding} : corrigez l'encodage dans le profil, ou supprimez-le pour qu'il soit détecté.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="762"/>
        <source>Stopped, as you asked. Nothing was written.</source>
        <translation>Arrêté, comme vous l'avez demandé. Rien n'a été écrit.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="793"/>
        <source>the partner&apos;s number is empty</source>
        <translation>le numéro du partenaire est vide</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="794"/>
        <source>the partner&apos;s number stands twice in the file; the first row was kept</source>
        <translation>le numéro du partenaire figure deux fois dans le fichier ; la première ligne a été gardée</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="795"/>
        <source>the date is empty</source>
        <translation>la date est vide</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="796"/>
        <source>the date cannot be read, or an end comes before its beginning</source>
        <translation>la date ne peut pas être lue, ou une fin vient avant son début</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="797"/>
        <source>the category is empty</source>
        <translation>la catégorie est vide</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="798"/>
        <source>the category is not among those that the profile knows</source>
        <translation>la catégorie n'est pas parmi celles que le profil connaît</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="799"/>
        <source>the coordinates are not numbers, or lie where their system is not valid</source>
        <translation>les coordonnées ne sont pas des nombres, ou tombent hors de la zone pour laquelle leur système est fait</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="800"/>
        <source>the point lies outside the area</source>
        <translation>le point est hors du territoire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="805"/>
        <source>the agreement does not cover this</source>
        <translation>la convention ne couvre pas cela</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/base.py" line="55"/>
        <source>Hot spots</source>
        <translation>Points chauds</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/base.py" line="56"/>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/base.py" line="57"/>
        <source>Places and buffers</source>
        <translation>Lieux et zones tampons</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/base.py" line="58"/>
        <source>Space and time together</source>
        <translation>Espace et temps</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/base.py" line="59"/>
        <source>Print</source>
        <translation>Impression</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/diagnosis.py" line="61"/>
        <source>Study area</source>
        <translation>Périmètre d'étude</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/base.py" line="86"/>
        <source>Weight field (each record counts once without one)</source>
        <translation>Champ de poids (à défaut, 1 par ligne)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/kernel_density.py" line="75"/>
        <source>Include what a service&apos;s own activity brought to light</source>
        <translation>Inclure ce que l'activité d'un service a révélé</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/features.py" line="51"/>
        <source>Features left out, without a geometry: {n}</source>
        <translation>Entités écartées, sans géométrie : {n}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/features.py" line="53"/>
        <source>Polygons that crossed themselves, repaired: {n}</source>
        <translation>Polygones au contour croisé, réparés : {n}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="50"/>
        <source>Kernel density</source>
        <translation>Densité par noyau</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/kernel_density.py" line="56"/>
        <source>Radius (bandwidth)</source>
        <translation>Rayon (largeur de bande)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="52"/>
        <source>Cell size</source>
        <translation>Taille des cellules</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/kernel_density.py" line="59"/>
        <source>Quartic</source>
        <translation>Quartique</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/kernel_density.py" line="60"/>
        <source>Triangular</source>
        <translation>Triangulaire</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/kernel_density.py" line="61"/>
        <source>Uniform</source>
        <translation>Uniforme</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/kernel_density.py" line="62"/>
        <source>Triweight</source>
        <translation>Triweight</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/kernel_density.py" line="63"/>
        <source>Epanechnikov</source>
        <translation>Epanechnikov</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/kernel_density.py" line="65"/>
        <source>Kernel</source>
        <translation>Noyau</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/kernel_density.py" line="68"/>
        <source>Correct for the edge of the study area</source>
        <translation>Correction de bord</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/buffer_rings.py" line="123"/>
        <source>outside the study area</source>
        <translation>hors du périmètre d'étude</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/kernel_density.py" line="167"/>
        <source>Unit: incidents per km², at the centre of each cell.</source>
        <translation>Unité : incidents par km², au centre de chaque cellule.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/kernel_density.py" line="169"/>
        <source>Edge correction: each cell&apos;s density is divided by the part of its kernel that lies in the study area.</source>
        <translation>Correction de bord : la densité de chaque cellule est divisée par la part de son noyau qui se trouve dans le périmètre d'étude.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/kernel_density.py" line="196"/>
        <source>Without a study area the map covers the extent of the records, and its edges are not corrected: choose the commune as the study area.</source>
        <translation>Sans périmètre d'étude, la carte couvre l'emprise des enregistrements, et ses bords ne sont pas corrigés : choisissez la commune comme périmètre d'étude.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/kernel_density.py" line="203"/>
        <source>All records stand at one and the same point: the map only shows the kernel.</source>
        <translation>Tous les enregistrements sont en un seul et même point : la carte ne montre que le noyau.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/kernel_density.py" line="207"/>
        <source>Only {n} records: the shape of this map is largely chance.</source>
        <translation>Très peu d'enregistrements ({n}) : la forme de cette carte doit beaucoup au hasard.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/kernel_density.py" line="223"/>
        <source>{low} to {high} incidents per km²</source>
        <translation>{low} à {high} incidents par km²</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/territory_counts.py" line="114"/>
        <source>without a point</source>
        <translation>sans point</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/inputs.py" line="304"/>
        <source>withdrawn by the partner</source>
        <translation>retirés par le partenaire</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/inputs.py" line="308"/>
        <source>revealed by a service&apos;s own activity</source>
        <translation>révélés par l'activité propre d'un service</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/inputs.py" line="322"/>
        <source>without a weight</source>
        <translation>sans poids</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/inputs.py" line="336"/>
        <source>Includes what a service&apos;s own activity brought to light.</source>
        <translation>Comprend ce que l'activité propre d'un service a révélé.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/inputs.py" line="338"/>
        <source>Some records have a “count” above 1; each record counts once unless that field is chosen as the weight.</source>
        <translation>Certains enregistrements ont un « count » supérieur à 1 ; chaque enregistrement compte une fois, sauf si ce champ est choisi comme poids.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/inputs.py" line="351"/>
        <source>{crs} is made for web maps and stretches distances (by 1.4 in the south of France): reproject the layer, for example to EPSG:2154, for true metres.</source>
        <translation>{crs} est fait pour les cartes du web et étire les distances (de 1,4 fois dans le sud de la France) : reprojetez la couche, par exemple en EPSG:2154, pour avoir de vrais mètres.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/create_observatory.py" line="26"/>
        <source>Create an observatory</source>
        <translation>Créer un observatoire</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/create_observatory.py" line="29"/>
        <source>New observatory</source>
        <translation>Nouvel observatoire</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/parameters.py" line="16"/>
        <source>Observatory (*.gpkg)</source>
        <translation>Observatoire (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/create_observatory.py" line="34"/>
        <source>Coordinate system, projected</source>
        <translation>Système de coordonnées, projeté</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/create_observatory.py" line="54"/>
        <source>The observatory {name} is ready.</source>
        <translation>L'observatoire {name} est prêt.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="37"/>
        <source>Import incidents</source>
        <translation>Importer des incidents</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="41"/>
        <source>Partner&apos;s file</source>
        <translation>Fichier du partenaire</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="43"/>
        <source>Import profile</source>
        <translation>Profil d'import</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="43"/>
        <source>Import profile (*.json *)</source>
        <translation>Profil d'import (*.json *)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="46"/>
        <source>A profile file, or the name of one saved in the observatory.</source>
        <translation>Un fichier de profil, ou le nom d'un profil enregistré dans l'observatoire.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet.py" line="33"/>
        <source>First day covered</source>
        <translation>Premier jour couvert</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet.py" line="34"/>
        <source>Last day covered</source>
        <translation>Dernier jour couvert</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="50"/>
        <source>The delivery is</source>
        <translation>Type de livraison</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="50"/>
        <source>complete for its period</source>
        <translation>complète pour sa période</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="50"/>
        <source>additions only</source>
        <translation>ajouts seulement</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="58"/>
        <source>Only check: write nothing</source>
        <translation>Vérifier seulement, sans rien écrire</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="65"/>
        <source>Refused rows</source>
        <translation>Lignes refusées</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="65"/>
        <source>CSV file (*.csv)</source>
        <translation>Fichier CSV (*.csv)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="125"/>
        <source>Rows read</source>
        <translation>Lignes lues</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="126"/>
        <source>New</source>
        <translation>Nouvelles</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="127"/>
        <source>Updated</source>
        <translation>Mises à jour</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="128"/>
        <source>Unchanged</source>
        <translation>Inchangées</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="48"/>
        <source>Refused</source>
        <translation>Refusées</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="130"/>
        <source>Kept without a point</source>
        <translation>Conservées sans point</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="131"/>
        <source>No longer delivered (proposed as withdrawn)</source>
        <translation>Absents de la livraison (retrait proposé)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/undo_batch.py" line="23"/>
        <source>Batch</source>
        <translation>Lot</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="166"/>
        <source>No agreement is recorded for {partner}: everything was accepted.</source>
        <translation>Aucune convention n'est enregistrée pour {partner} : rien n'a été écarté à ce titre.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="172"/>
        <source>The agreement {reference} does not cover these fields, left out: {fields}.</source>
        <translation>La convention {reference} ne couvre pas ces champs, laissés de côté : {fields}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="186"/>
        <source>{n} rows without a point name an area that the observatory does not know.</source>
        <translation>Lignes sans point qui nomment un territoire inconnu de l'observatoire : {n}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="198"/>
        <source>The profile maps no number of the partner&apos;s own: a requalified row will be new.</source>
        <translation>Le profil ne désigne aucun numéro propre au partenaire : une ligne requalifiée sera un nouvel enregistrement.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="202"/>
        <source>This was a check: nothing was written.</source>
        <translation>Ce n'était qu'une vérification : rien n'a été écrit.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_places.py" line="31"/>
        <source>Import places</source>
        <translation>Importer des lieux</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_places.py" line="35"/>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_places.py" line="40"/>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_places.py" line="41"/>
        <source>camera, stop, station, school, hall, car_park, park, square, market…</source>
        <translation>camera, stop, station, school, hall, car_park, park, square, market…</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_territories.py" line="50"/>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_places.py" line="46"/>
        <source>Operator</source>
        <translation>Exploitant</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_places.py" line="47"/>
        <source>In service since (date or year)</source>
        <translation>En service depuis (date ou année)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_places.py" line="47"/>
        <source>Out of service since (date or year)</source>
        <translation>Hors service depuis (date ou année)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_places.py" line="75"/>
        <source>{n} places imported.</source>
        <translation>Lieux importés : {n}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_territories.py" line="38"/>
        <source>Import territories</source>
        <translation>Importer des territoires</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_territories.py" line="42"/>
        <source>Polygons</source>
        <translation>Polygones</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_territories.py" line="47"/>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_territories.py" line="48"/>
        <source>commune, quartier, sous-quartier, iris, qpv, groupe territorial…</source>
        <translation>commune, quartier, sous-quartier, iris, qpv, groupe territorial…</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_territories.py" line="50"/>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_territories.py" line="50"/>
        <source>Residents</source>
        <translation>Habitants</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/time/period_comparison.py" line="51"/>
        <source>Territories</source>
        <translation>Territoires</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_territories.py" line="81"/>
        <source>The code of “{name}” stands twice in the layer: it is stored as {code}.</source>
        <translation>Le code de « {name} » figure deux fois dans la couche : il est enregistré sous la forme {code}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_territories.py" line="89"/>
        <source>{n} territories of level “{level}” imported.</source>
        <translation>Territoires importés au niveau « {level} » : {n}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/incidents.py" line="27"/>
        <source>Incidents of an observatory</source>
        <translation>Incidents d'un observatoire</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/session_pack.py" line="27"/>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/session_pack.py" line="28"/>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/incidents.py" line="36"/>
        <source>Categories</source>
        <translation>Catégories</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/incidents.py" line="36"/>
        <source>Codes of categories or families, with commas.</source>
        <translation>Codes de catégories ou de familles, séparés par des virgules.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/incidents.py" line="36"/>
        <source>Partners</source>
        <translation>Partenaires</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/incidents.py" line="36"/>
        <source>Codes, separated by commas.</source>
        <translation>Codes, séparés par des virgules.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="43"/>
        <source>Territory</source>
        <translation>Territoire</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/incidents.py" line="36"/>
        <source>A code, or level:code where two levels share it.</source>
        <translation>Un code, ou niveau:code si deux niveaux ont ce code.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/incidents.py" line="45"/>
        <source>Source of the layer</source>
        <translation>Source de la couche</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/incidents.py" line="61"/>
        <source>{n} records.</source>
        <translation>Enregistrements retenus : {n}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/nil_return.py" line="19"/>
        <source>Record a nil return</source>
        <translation>Enregistrer un état néant</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet.py" line="32"/>
        <source>Partner (code)</source>
        <translation>Partenaire (code)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/nil_return.py" line="38"/>
        <source>{partner} declared nothing from {first} to {last} (batch {batch}).</source>
        <translation>{partner} n'a rien déclaré du {first} au {last} (lot {batch}).</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/undo_batch.py" line="19"/>
        <source>Undo a batch</source>
        <translation>Annuler un lot</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/undo_batch.py" line="28"/>
        <source>Removed</source>
        <translation>Supprimés</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/undo_batch.py" line="29"/>
        <source>Restored</source>
        <translation>Rétablis</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/undo_batch.py" line="38"/>
        <source>Batch {batch} undone: {removed} removed, {restored} restored.</source>
        <translation>Lot {batch} annulé ; enregistrements supprimés : {removed}, rétablis : {restored}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/buffer_rings.py" line="37"/>
        <source>Incidents in rings around places</source>
        <translation>Incidents par couronne autour des lieux</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/buffer_rings.py" line="41"/>
        <source>Places (points, lines or polygons)</source>
        <translation>Lieux (points, lignes ou polygones)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/buffer_rings.py" line="41"/>
        <source>Distances (m), increasing, separated by commas</source>
        <translation>Distances (m), séparées par des virgules</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/buffer_rings.py" line="41"/>
        <source>Dissolve: each incident once, for its nearest place</source>
        <translation>Regrouper : chaque incident une fois</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/buffer_rings.py" line="41"/>
        <source>Rings</source>
        <translation>Couronnes</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/buffer_rings.py" line="124"/>
        <source>Places: {n}</source>
        <translation>Lieux : {n}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/buffer_rings.py" line="127"/>
        <source>Without a study area there is no location quotient.</source>
        <translation>Sans périmètre d'étude, il n'y a pas de quotient de localisation.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/buffer_rings.py" line="130"/>
        <source>Study area: {area} km²</source>
        <translation>Périmètre d'étude : {area} km²</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/buffer_rings.py" line="133"/>
        <source>Rings with fewer than 10 incidents: {few} of {all}. Their rates depend on chance.</source>
        <translation>Couronnes de moins de 10 incidents : {few} sur {all}. Leurs taux dépendent du hasard.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/territory_counts.py" line="34"/>
        <source>Incidents by territory</source>
        <translation>Incidents par territoire</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/territory_counts.py" line="34"/>
        <source>Population field</source>
        <translation>Champ de population</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/territory_counts.py" line="99"/>
        <source>Territories with fewer than 10 incidents: {few} of {all}. Their rates depend on chance.</source>
        <translation>Territoires de moins de 10 incidents : {few} sur {all}. Leurs taux dépendent du hasard.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/time/period_comparison.py" line="140"/>
        <source>outside the territories</source>
        <translation>hors des territoires</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/territory_counts.py" line="115"/>
        <source>Records without a point that count by the territory they name: {n}</source>
        <translation>Enregistrements sans point, comptés par le territoire qu'ils nomment : {n}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/print_map.py" line="20"/>
        <source>Print a map</source>
        <translation>Imprimer une carte</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="90"/>
        <source>Layers, top first</source>
        <translation>Couches, celle du dessus en premier</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="90"/>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="90"/>
        <source>Sources and their dates</source>
        <translation>Sources et leurs dates</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="48"/>
        <source>Diffusion</source>
        <translation>Diffusion</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="48"/>
        <source>Internal</source>
        <translation>Interne</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="48"/>
        <source>Restricted</source>
        <translation>Restreinte</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="48"/>
        <source>Public</source>
        <translation>Publique</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="90"/>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="90"/>
        <source>A4 landscape</source>
        <translation>A4 paysage</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="90"/>
        <source>A4 portrait</source>
        <translation>A4 portrait</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="90"/>
        <source>A3 landscape</source>
        <translation>A3 paysage</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="127"/>
        <source>Own layout template</source>
        <translation>Modèle de mise en page personnel</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="335"/>
        <source>Extent</source>
        <translation>Emprise</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="127"/>
        <source>Resolution (dots per inch)</source>
        <translation>Résolution (points par pouce)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/print_map.py" line="26"/>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="308"/>
        <source>{n} layers on the map, in {crs}; plugin version {version}.</source>
        <translation>Couches sur la carte : {n}, en {crs} ; version {version} de l'extension.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="318"/>
        <source>What stands in &quot;{item}&quot; is too long for its place on the page.</source>
        <translation>Le contenu de « {item} » est trop long pour sa place sur la page.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="350"/>
        <source>{file} cannot be written ({reason}): is the disk full, the file open in another program, or the folder not yours?</source>
        <translation>{file} ne peut pas être écrit ({reason}) : le disque est-il plein, le fichier ouvert dans un autre programme, ou le dossier interdit en écriture ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="495"/>
        <source>An observatory is measured in metres, and {crs} is not: choose a projected coordinate system, such as EPSG:2154.</source>
        <translation>Un observatoire se mesure en mètres, ce qui n'est pas le cas de {crs} : choisissez un système de coordonnées projeté, par exemple EPSG:2154.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="525"/>
        <source>The partners' keys cannot be kept in the folder “{name}”: make it one that you may write to.</source>
        <translation>Les clés des partenaires ne peuvent pas être gardées dans le dossier « {name} » : faites-vous donner le droit d'y écrire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="675"/>
        <source>The profile “{name}” gives “{code}” for {field}, which is not in the observatory's list.</source>
        <translation>Le profil « {name} » donne « {code} » pour {field}, ce qui n'est pas dans la liste de l'observatoire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="679"/>
        <source>The number of residents of the territory {code} is not a number: choose another field.</source>
        <translation>Le nombre d'habitants du territoire {code} n'est pas un nombre : choisissez un autre champ.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/records.py" line="236"/>
        <source>{layer}: from {n} records</source>
        <translation>{layer} : d'après {n} enregistrements</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="154"/>
        <source>{what}: {n}</source>
        <translation>{what} : {n}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="492"/>
        <source>{name} is a binary workbook (.xlsb): open it and save it as .xlsx or CSV.</source>
        <translation>{name} est un classeur binaire (.xlsb) : ouvrez-le et enregistrez-le en .xlsx ou en CSV.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="499"/>
        <source>{name} says that its coordinates are degrees, and they are not: write their coordinate system in the profile, for example EPSG:2154.</source>
        <translation>{name} dit que ses coordonnées sont en degrés, ce qui n'est pas le cas : écrivez leur système de coordonnées dans le profil, par exemple EPSG:2154.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="503"/>
        <source>{name} cannot be read whole: ask the partner to send it again, or save it as CSV.</source>
        <translation>{name} ne peut pas être lu en entier : demandez au partenaire de l'envoyer de nouveau, ou enregistrez-le en CSV.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="506"/>
        <source>{name} cannot be read as a spreadsheet: open it and save it again as .xlsx or CSV.</source>
        <translation>{name} ne peut pas être lu comme classeur : ouvrez-le et enregistrez-le de nouveau en .xlsx ou en CSV.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="509"/>
        <source>{name} is a damaged archive: ask the partner to send it again.</source>
        <translation>{name} est une archive endommagée : demandez au partenaire de l'envoyer de nouveau.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="522"/>
        <source>The profile asks for files of type {type}, which cannot be imported; these can: {known}.</source>
        <translation>Le profil demande des fichiers de type {type}, qui ne peuvent pas être importés ; ceux-ci le peuvent : {known}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="529"/>
        <source>{name} does not say in which coordinate system its points are: write it in the profile, for example EPSG:2154.</source>
        <translation>{name} ne dit pas dans quel système de coordonnées sont ses points : écrivez-le dans le profil, par exemple EPSG:2154.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="533"/>
        <source>{name} has a line of more than a million characters, so it is no table: ask the partner to export it again.</source>
        <translation>{name} a une ligne de plus d'un million de caractères, ce n'est donc pas un tableau : demandez au partenaire de l'exporter de nouveau.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="606"/>
        <source>{name} cannot be read, because this QGIS lacks GDAL&apos;s driver {driver}: save the file as .xlsx or CSV.</source>
        <translation>{name} ne peut pas être lu, car il manque à ce QGIS le pilote GDAL {driver} : enregistrez le fichier en .xlsx ou en CSV.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="610"/>
        <source>The profile takes its points from the geometry, and {name} has none: map the columns of the coordinates instead.</source>
        <translation>Le profil tire ses points de la géométrie, et {name} n'en a pas : désignez plutôt les colonnes des coordonnées.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="637"/>
        <source>{name} has no sheet or layer “{sheet}”; it has: {found}.</source>
        <translation>{name} n'a ni feuille ni couche « {sheet} » ; ce fichier contient : {found}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="647"/>
        <source>{name} holds lines or areas, and the profile takes incidents from points: map a column for the territory instead of the geometry.</source>
        <translation>{name} contient des lignes ou des surfaces, et le profil tire les incidents de points : désignez une colonne pour le territoire au lieu de la géométrie.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="660"/>
        <source>{name} is protected by a password: open it and save it without one.</source>
        <translation>{name} est protégé par un mot de passe : ouvrez-le et enregistrez-le sans mot de passe.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="693"/>
        <source>{name} has more cells than are read at once (30 million): is a whole sheet filled? Save only the table as CSV.</source>
        <translation>{name} a plus de cellules qu'on n'en lit en une fois (30 millions) : une feuille entière est-elle remplie ? Enregistrez le tableau seul en CSV.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="704"/>
        <source>{name} is larger than {limit} MB, which is the most that is read at once: split it, for example by year.</source>
        <translation>{name} dépasse {limit} Mo, le maximum qui se lit en une fois : partagez ce fichier, par exemple par année.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="731"/>
        <source>{name} is of no kind that can be imported: save it as CSV or .xlsx, or unpack it and take the file in it.</source>
        <translation>{name} n'est pas d'un type qui s'importe : enregistrez-le en CSV ou en .xlsx, ou décompressez-le et prenez le fichier qu'il contient.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="742"/>
        <source>{name} is a web page or an XML document under another name: open it in a spreadsheet program and save it as .xlsx or CSV.</source>
        <translation>{name} est une page web ou un document XML sous un autre nom : ouvrez-le dans un tableur et enregistrez-le en .xlsx ou en CSV.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="746"/>
        <source>{name} is of type {found}, and the profile asks for {type}: correct the profile, or leave the type out to have it detected.</source>
        <translation>{name} est de type {found}, et le profil demande {type} : corrigez le profil, ou supprimez-y le type pour qu'il soit détecté.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="750"/>
        <source>{name} would unpack to far more than any delivery holds, so it was not opened: ask the partner for the file itself.</source>
        <translation>{name}, une fois décompressé, serait bien plus gros que toute livraison et n'a donc pas été ouvert : demandez au partenaire le fichier lui-même.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="754"/>
        <source>{name} holds files that would be written outside its folder, so it was not opened: ask the partner for the file itself.</source>
        <translation>{name} contient des fichiers qui s'écriraient hors de son dossier et n'a donc pas été ouvert : demandez au partenaire le fichier lui-même.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="614"/>
        <source>The layer “{layer}” is not a file of the national address base: choose its fields of the street and, where it has no geometry, of x and y.</source>
        <translation>La couche « {layer} » n'est pas un fichier de la Base adresse nationale : choisissez son champ de la voie et, si elle n'a pas de géométrie, ceux de x et y.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="618"/>
        <source>No row of the layer has both a street and a point: nothing was imported, and the addresses that were there stay.</source>
        <translation>Aucune ligne de la couche n'a à la fois une voie et un point : rien n'a été importé, et les adresses déjà présentes restent.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="169"/>
        <source>Median delay (days)</source>
        <translation>Délai médian (jours)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="172"/>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="52"/>
        <source>Records</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="204"/>
        <source>Share with a point (0 to 1)</source>
        <translation>Part avec un point (0 à 1)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="812"/>
        <source>e-mail addresses</source>
        <translation>adresses électroniques</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="813"/>
        <source>social security numbers</source>
        <translation>numéros de sécurité sociale</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="814"/>
        <source>dates of birth</source>
        <translation>dates de naissance</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="815"/>
        <source>telephone numbers</source>
        <translation>numéros de téléphone</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="816"/>
        <source>number plates</source>
        <translation>plaques d'immatriculation</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="817"/>
        <source>titles with a name</source>
        <translation>civilités suivies d'un nom</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/coverage_matrix.py" line="50"/>
        <source>Coverage by partner and month</source>
        <translation>Couverture par partenaire et par mois</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/coverage_matrix.py" line="48"/>
        <source>First month (a day in it)</source>
        <translation>Premier mois (un de ses jours)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/coverage_matrix.py" line="49"/>
        <source>Last month (a day in it)</source>
        <translation>Dernier mois (un de ses jours)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/coverage_matrix.py" line="79"/>
        <source>Months without the delivery that was expected, from: {partners}.</source>
        <translation>Partenaires dont il manque au moins une livraison attendue : {partners}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/coverage_matrix.py" line="84"/>
        <source>Months by state: {counts}</source>
        <translation>Mois par état : {counts}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/coverage_states.py" line="18"/>
        <source>complete</source>
        <translation>complète</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/coverage_states.py" line="20"/>
        <source>nil</source>
        <translation>néant</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/coverage_states.py" line="21"/>
        <source>missing</source>
        <translation>manquante</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_addresses.py" line="56"/>
        <source>Import addresses</source>
        <translation>Importer des adresses</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_addresses.py" line="77"/>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_addresses.py" line="71"/>
        <source>Coordinate system of the x and y fields</source>
        <translation>Système de coordonnées des champs x et y</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_addresses.py" line="72"/>
        <source>Left out: degrees where the values can be degrees, else the observatory&apos;s</source>
        <translation>À défaut : des degrés si les valeurs peuvent en être, sinon le système de l'observatoire</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_addresses.py" line="74"/>
        <source>Only this commune</source>
        <translation>Seulement cette commune</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_addresses.py" line="75"/>
        <source>INSEE code or name; left out: all</source>
        <translation>Code INSEE ou nom ; à défaut, toutes</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/bulletin_figures.py" line="39"/>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_addresses.py" line="103"/>
        <source>Suffix of the number (bis, ter…)</source>
        <translation>Suffixe du numéro (bis, ter…)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_addresses.py" line="104"/>
        <source>Street (kind and name)</source>
        <translation>Voie (type et nom)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_addresses.py" line="105"/>
        <source>x or longitude (without a geometry)</source>
        <translation>x ou longitude (sans géométrie)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_addresses.py" line="106"/>
        <source>y or latitude (without a geometry)</source>
        <translation>y ou latitude (sans géométrie)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_addresses.py" line="107"/>
        <source>Postcode</source>
        <translation>Code postal</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_addresses.py" line="201"/>
        <source>{n} addresses imported.</source>
        <translation>Adresses importées : {n}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_addresses.py" line="203"/>
        <source>{n} rows without a street or a point were left out.</source>
        <translation>Lignes laissées de côté, sans voie ou sans point : {n}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_addresses.py" line="210"/>
        <source>The addresses are of {n} communes: where two have a street of the same name, only an address that says its commune or postcode will be located.</source>
        <translation>Les adresses sont celles de {n} communes : là où deux ont une voie de même nom, seule une adresse qui dit sa commune ou son code postal sera localisée.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="156"/>
        <source>{code} × {n}: {reason}</source>
        <translation>{code} × {n} : {reason}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="162"/>
        <source>Personal data masked before writing: {found}.</source>
        <translation>Données personnelles masquées avant l'écriture : {found}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="207"/>
        <source>New rows close to a report of {partners} in place, time and category: {n}.</source>
        <translation>Nouvelles lignes proches, par le lieu, l'heure et la catégorie, d'un signalement de {partners} : {n}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/check_step.py" line="111"/>
        <source>Ready: nothing has been written yet. Import writes it.</source>
        <translation>Prêt : rien n'est encore écrit. Le bouton Importer l'écrira.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/delivered_file.py" line="135"/>
        <source>All of this is in the observatory already: nothing would change.</source>
        <translation>Tout cela est déjà dans l'observatoire : rien ne changerait.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/check_step.py" line="115"/>
        <source>No row can come in: see below why, and correct the steps before.</source>
        <translation>Aucune ligne ne peut entrer : voyez pourquoi ci-dessous, et corrigez les étapes précédentes.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/check_step.py" line="121"/>
        <source>Imported as batch {batch}.</source>
        <translation>Import effectué (lot {batch}).</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/check_step.py" line="140"/>
        <source>The import is undone: {removed} rows removed, {restored} restored.</source>
        <translation>L'import est annulé ; enregistrements supprimés : {removed}, rétablis : {restored}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/files_table.py" line="90"/>
        <source>rows read</source>
        <translation>lignes lues</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/files_table.py" line="91"/>
        <source>new</source>
        <translation>nouvelles</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/files_table.py" line="92"/>
        <source>updated</source>
        <translation>mises à jour</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/files_table.py" line="93"/>
        <source>unchanged</source>
        <translation>inchangées</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/files_table.py" line="94"/>
        <source>refused</source>
        <translation>refusées</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/check_step.py" line="232"/>
        <source>no longer delivered</source>
        <translation>absents de la livraison</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/delivered_file.py" line="124"/>
        <source>{n} × {reason}</source>
        <translation>{n} × {reason}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/delivered_file.py" line="127"/>
        <source>Refused: {reasons}.</source>
        <translation>Refusées : {reasons}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="94"/>
        <source>No coordinates are read.</source>
        <translation>Aucune coordonnée n'est lue.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="96"/>
        <source>All of the first {n} points lie in the town.</source>
        <translation>Dans la ville : la totalité des {n} premiers points.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="98"/>
        <source>{inside} of the first {n} points lie in the town.</source>
        <translation>Dans la ville : {inside} des {n} premiers points.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="129"/>
        <source>Choose the column that says when it occurred.</source>
        <translation>Choisissez la colonne qui dit quand le fait est survenu.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="131"/>
        <source>Choose the column that says what happened.</source>
        <translation>Choisissez la colonne qui dit la nature du fait.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="134"/>
        <source>Choose how the dates of “{field}” are written.</source>
        <translation>Choisissez comment sont écrites les dates de « {field} ».</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="138"/>
        <source>Choose both columns of the coordinates, or none.</source>
        <translation>Choisissez les deux colonnes des coordonnées, ou aucune.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_reference/dialog.py" line="207"/>
        <source>— not read —</source>
        <translation>— non lu —</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="199"/>
        <source>— and —</source>
        <translation>— et —</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="213"/>
        <source>— which order? —</source>
        <translation>— quel ordre ? —</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="248"/>
        <source>chosen</source>
        <translation>choisi</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="267"/>
        <source>Partner&apos;s number</source>
        <translation>N° du partenaire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="268"/>
        <source>Occurred, from</source>
        <translation>Début du fait</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="269"/>
        <source>Occurred, until</source>
        <translation>Fin du fait</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="270"/>
        <source>Reported on</source>
        <translation>Signalé le</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="64"/>
        <source>What happened</source>
        <translation>Nature du fait</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_reference/kinds.py" line="113"/>
        <source>X or longitude</source>
        <translation>X ou longitude</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_reference/kinds.py" line="113"/>
        <source>Y or latitude</source>
        <translation>Y ou latitude</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="53"/>
        <source>Area</source>
        <translation>Territoire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="279"/>
        <source>Number of facts</source>
        <translation>Nombre de faits</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="306"/>
        <source>dd</source>
        <translation>jj</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="306"/>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="306"/>
        <source>yyyy</source>
        <translation>aaaa</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="306"/>
        <source>yy</source>
        <translation>aa</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="306"/>
        <source>HH</source>
        <translation>HH</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="306"/>
        <source>MM</source>
        <translation>MM</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="306"/>
        <source>SS</source>
        <translation>SS</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/dialog.py" line="137"/>
        <source>Choose the partner&apos;s file first.</source>
        <translation>Choisissez d'abord le fichier du partenaire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/dialog.py" line="143"/>
        <source>Say at the top which partner the file comes from: a short code, such as PM.</source>
        <translation>Indiquez en haut de quel partenaire vient le fichier : un code court, comme PM.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/dialog.py" line="148"/>
        <source>Checking… nothing is written.</source>
        <translation>Vérification… rien n'est écrit.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/dialog.py" line="156"/>
        <source>Importing…</source>
        <translation>Import en cours…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/dialog.py" line="92"/>
        <source>Save refused rows</source>
        <translation>Enregistrer les lignes refusées</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/dialog.py" line="182"/>
        <source>refused.csv</source>
        <translation>refusees.csv</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/dialog.py" line="197"/>
        <source>Save profile as a file</source>
        <translation>Enregistrer le profil dans un fichier</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/dialog.py" line="205"/>
        <source>Import profile (*.json)</source>
        <translation>Profil d'import (*.json)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/dialog.py" line="205"/>
        <source>Open a profile file</source>
        <translation>Ouvrir un fichier de profil</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/dialog.py" line="100"/>
        <source>{name} could not be written: choose another folder.</source>
        <translation>{name} n'a pas pu être écrit : choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/dialog.py" line="103"/>
        <source>{name} is written.</source>
        <translation>{name} est écrit.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/dialog.py" line="265"/>
        <source>The nil return is recorded as batch {batch}.</source>
        <translation>L'état néant est enregistré (lot {batch}).</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/dialog.py" line="350"/>
        <source>&amp;Open a profile file…</source>
        <translation>&amp;Ouvrir un fichier de profil…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/dialog.py" line="351"/>
        <source>&amp;Save this profile as a file…</source>
        <translation>&amp;Enregistrer ce profil dans un fichier…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/draft.py" line="65"/>
        <source>Collecting words</source>
        <translation>Relevé des mots</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/file_step.py" line="148"/>
        <source>Tables and layers</source>
        <translation>Tableaux et couches</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/file_step.py" line="148"/>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/file_step.py" line="52"/>
        <source>comma</source>
        <translation>virgule</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/file_step.py" line="52"/>
        <source>point</source>
        <translation>point</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/file_step.py" line="155"/>
        <source>text (CSV)</source>
        <translation>texte (CSV)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/file_step.py" line="165"/>
        <source>semicolon ;</source>
        <translation>point-virgule ;</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/file_step.py" line="166"/>
        <source>comma ,</source>
        <translation>virgule ,</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/file_step.py" line="167"/>
        <source>tab</source>
        <translation>tabulation</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/file_step.py" line="168"/>
        <source>bar |</source>
        <translation>barre |</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="86"/>
        <source>As in the profile.</source>
        <translation>Comme dans le profil.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="140"/>
        <source>Witness</source>
        <translation>Témoin</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="143"/>
        <source>Video surveillance</source>
        <translation>Vidéoprotection</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/files_table.py" line="87"/>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="162"/>
        <source>The file has hardly any of this profile&apos;s columns: all are proposed anew.</source>
        <translation>Le fichier n'a presque aucune des colonnes de ce profil : toutes sont proposées de nouveau.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="182"/>
        <source>The column “{column}” has gone: please look at “{field}”.</source>
        <translation>La colonne « {column} » a disparu : vérifiez « {field} ».</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="184"/>
        <source>The column “{column}” has gone: “{field}” is now read from “{replacement}”.</source>
        <translation>La colonne « {column} » a disparu : « {field} » se lit maintenant dans « {replacement} ».</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="196"/>
        <source>known</source>
        <translation>connu</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="300"/>
        <source>as in the profile</source>
        <translation>comme dans le profil</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="203"/>
        <source>As the file says.</source>
        <translation>Comme le dit le fichier.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="208"/>
        <source>None fits these numbers: please choose.</source>
        <translation>Aucun ne convient à ces nombres : à vous de choisir.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="211"/>
        <source>In this one the points fall in the town.</source>
        <translation>Dans ce système, les points tombent dans la ville.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="212"/>
        <source>Only the size of the numbers fits: please check on the map.</source>
        <translation>Seul l'ordre de grandeur des nombres convient : vérifiez sur la carte.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="232"/>
        <source>please choose</source>
        <translation>à choisir</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="234"/>
        <source>sure</source>
        <translation>sûr</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="236"/>
        <source>likely</source>
        <translation>probable</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="238"/>
        <source>please check</source>
        <translation>à vérifier</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="240"/>
        <source>by its name</source>
        <translation>d'après son nom</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="241"/>
        <source>by its contents</source>
        <translation>d'après son contenu</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="242"/>
        <source>by its name and contents</source>
        <translation>d'après son nom et son contenu</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="243"/>
        <source>day and hour</source>
        <translation>jour et heure</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="244"/>
        <source>year, month and day</source>
        <translation>année, mois et jour</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="245"/>
        <source>the only date</source>
        <translation>la seule date</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="246"/>
        <source>numbers of état 4001</source>
        <translation>index de l'état 4001</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="247"/>
        <source>unique together</source>
        <translation>uniques une fois réunis</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="248"/>
        <source>some stand twice</source>
        <translation>certains figurent deux fois</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="294"/>
        <source>the town&apos;s own code</source>
        <translation>code de la ville</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="295"/>
        <source>the town&apos;s own words</source>
        <translation>mots de la ville</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="296"/>
        <source>number of état 4001</source>
        <translation>index de l'état 4001</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="297"/>
        <source>words of état 4001</source>
        <translation>libellé de l'état 4001</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="35"/>
        <source>Nothing to report</source>
        <translation>Rien à signaler</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/nil_return.py" line="42"/>
        <source>Record</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/nil_return.py" line="61"/>
        <source>The partner declares that nothing happened: the period counts as delivered.</source>
        <translation>Le partenaire déclare qu'il ne s'est rien passé : la période compte comme livrée.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/nil_return.py" line="66"/>
        <source>&amp;Partner</source>
        <translation>&amp;Partenaire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_sheet.py" line="154"/>
        <source>&amp;First day covered</source>
        <translation>P&amp;remier jour couvert</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_sheet.py" line="155"/>
        <source>&amp;Last day covered</source>
        <translation>&amp;Dernier jour couvert</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/profile_bar.py" line="26"/>
        <source>New, proposed from the file</source>
        <translation>Nouveau, tiré du fichier</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/profile_bar.py" line="35"/>
        <source>code</source>
        <translation>code</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/profile_bar.py" line="93"/>
        <source>{name} (a starting point)</source>
        <translation>{name} (point de départ)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/words_step.py" line="111"/>
        <source>chosen by you</source>
        <translation>choisi par vous</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/words_step.py" line="122"/>
        <source>The chosen columns have no words to translate.</source>
        <translation>Les colonnes choisies n'ont pas de mots à traduire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/words_step.py" line="127"/>
        <source>Every word has its place in the town&apos;s list.</source>
        <translation>Chaque mot a sa place dans la liste de la ville.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_reference/dialog.py" line="209"/>
        <source>— choose —</source>
        <translation>— choisir —</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/words_step.py" line="144"/>
        <source>not in the list</source>
        <translation>absent de la liste</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/words_step.py" line="145"/>
        <source>(empty)</source>
        <translation>(vide)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/words_step.py" line="176"/>
        <source>type a part of the name</source>
        <translation>tapez une partie du nom</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="159"/>
        <source>{n} rows located by their address.</source>
        <translation>Lignes localisées par leur adresse : {n}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/dialog.py" line="290"/>
        <source>Something was changed since: check again.</source>
        <translation>Quelque chose a changé depuis : vérifiez de nouveau.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/words_step.py" line="129"/>
        <source>Words without a place in the list: {n}. Their {rows} rows will be refused.</source>
        <translation>Mots sans place dans la liste : {n}. Lignes qui seront refusées : {rows}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/words_step.py" line="131"/>
        <source>Words without a place in the list: {n}. Their {rows} rows come in without this detail.</source>
        <translation>Mots sans place dans la liste : {n}. Lignes qui entreront sans cette précision : {rows}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="92"/>
        <source>The file gives each row its point.</source>
        <translation>Le fichier donne à chaque ligne son point.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="236"/>
        <source>The field “{field}” does not hold dates: choose a field of dates, of dates with a time, or of texts like 2024-05-31 or 2024-05-31 23:15.</source>
        <translation>Le champ « {field} » ne contient pas de dates : choisir un champ de dates, de dates avec heure, ou de textes comme 2024-05-31 ou 2024-05-31 23:15.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/time/aoristic.py" line="104"/>
        <source>without a date</source>
        <translation>sans date</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="127"/>
        <source>Friday</source>
        <translation>Vendredi</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="61"/>
        <source>Hour</source>
        <translation>Heure</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="171"/>
        <source>Monday</source>
        <translation>Lundi</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="200"/>
        <source>Saturday</source>
        <translation>Samedi</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="209"/>
        <source>Sunday</source>
        <translation>Dimanche</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="212"/>
        <source>Thursday</source>
        <translation>Jeudi</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="216"/>
        <source>Tuesday</source>
        <translation>Mardi</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="218"/>
        <source>Wednesday</source>
        <translation>Mercredi</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="318"/>
        <source>There is no record to work on: choose another layer, or look at its filter and selection.</source>
        <translation>Il n'y a aucun enregistrement sur lequel travailler : choisissez une autre couche, ou vérifiez son filtre et sa sélection.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="342"/>
        <source>No record has a date in the field “{field}”: choose the field that says when the incident happened.</source>
        <translation>Aucun enregistrement n'a de date dans le champ « {field} » : choisissez le champ qui dit quand l'incident a eu lieu.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/time/aoristic.py" line="38"/>
        <source>Hours of the week (aoristic)</source>
        <translation>Heures de la semaine (aoristique)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/time/aoristic.py" line="42"/>
        <source>From: date and time of the incident, or from when on</source>
        <translation>De : date et heure de l'incident, ou à partir de quand</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/time/aoristic.py" line="42"/>
        <source>To: until when it happened, if that is known</source>
        <translation>À : jusqu'à quand il a pu avoir lieu, si c'est connu</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/time/aoristic.py" line="42"/>
        <source>Hours of the week</source>
        <translation>Heures de la semaine</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/time/aoristic.py" line="105"/>
        <source>ending before they begin</source>
        <translation>qui finissent avant de commencer</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/time/aoristic.py" line="107"/>
        <source>Records known only to more than 8 hours: {long} %; shared over more than one hour: {spread} %.</source>
        <translation>Enregistrements connus à plus de 8 heures près : {long} % ; répartis sur plus d'une heure : {spread} %.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/delivered_file.py" line="94"/>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/delivered_file.py" line="95"/>
        <source>not recognised</source>
        <translation>non reconnu</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/delivered_file.py" line="96"/>
        <source>cannot be read</source>
        <translation>illisible</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/delivered_file.py" line="97"/>
        <source>checked</source>
        <translation>vérifié</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/delivered_file.py" line="98"/>
        <source>imported</source>
        <translation>importé</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/delivered_file.py" line="99"/>
        <source>undone</source>
        <translation>annulé</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/delivered_file.py" line="105"/>
        <source>No saved profile fits this file: open it in the four steps.</source>
        <translation>Aucun profil enregistré ne convient à ce fichier : ouvrez-le dans les quatre étapes.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/delivered_file.py" line="136"/>
        <source>No row can come in: open the file in the four steps to see why.</source>
        <translation>Aucune ligne ne peut entrer : ouvrez le fichier dans les quatre étapes pour voir pourquoi.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/delivered_file.py" line="143"/>
        <source>No longer delivered: {n} records, proposed as withdrawn.</source>
        <translation>Plus livrés : {n} enregistrements, proposés comme retirés.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/delivered_file.py" line="155"/>
        <source>Without a point: {share} % of the rows.</source>
        <translation>Sans point : {share} % des lignes.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/dialog.py" line="73"/>
        <source>Partners&apos; files</source>
        <translation>Fichiers des partenaires</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/dialog.py" line="91"/>
        <source>refused - {name}.csv</source>
        <translation>refus - {name}.csv</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/dialog.py" line="203"/>
        <source>&amp;Import {n} files</source>
        <translation>&amp;Importer {n} fichiers</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/dialog.py" line="220"/>
        <source>Imported files: {files}. Rows read: {read}, new: {new}, updated: {updated}, refused: {refused}.</source>
        <translation>Fichiers importés : {files}. Lignes lues : {read}, nouvelles : {new}, mises à jour : {updated}, refusées : {refused}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/files_table.py" line="58"/>
        <source>at work…</source>
        <translation>en cours…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/purge_certificate.py" line="71"/>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/files_table.py" line="85"/>
        <source>A tick: it is imported with the others</source>
        <translation>Coché : il est importé avec les autres</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/files_table.py" line="87"/>
        <source>The saved profile that recognised the file</source>
        <translation>Le profil enregistré qui a reconnu le fichier</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="142"/>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/files_table.py" line="88"/>
        <source>First and last day covered</source>
        <translation>Premier et dernier jour couverts</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="140"/>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/files_table.py" line="89"/>
        <source>Where the file stands</source>
        <translation>Où en est le fichier</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/files_table.py" line="90"/>
        <source>Read</source>
        <translation>Lues</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/files_table.py" line="93"/>
        <source>Same</source>
        <translation>Pareil</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/files_table.py" line="95"/>
        <source>No point</source>
        <translation>Sans pt</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/files_table.py" line="96"/>
        <source>Gone</source>
        <translation>Disparu</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/files_table.py" line="97"/>
        <source>To look at</source>
        <translation>À regarder</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/files_table.py" line="97"/>
        <source>What needs attention</source>
        <translation>Ce qui demande attention</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/monthly_round.py" line="204"/>
        <source>This file cannot be read.</source>
        <translation>Ce fichier est illisible.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="95"/>
        <source>Import &amp;several files…</source>
        <translation>Importer &amp;plusieurs fichiers…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="247"/>
        <source>Open the observatory first, then drop the partners&apos; files.</source>
        <translation>Ouvrez d'abord l'observatoire, puis déposez les fichiers des partenaires.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="81"/>
        <source>Close to another&apos;s report</source>
        <translation>Proches d'un signalement d'un autre</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="50"/>
        <source>no purpose</source>
        <translation>aucune finalité</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="50"/>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="62"/>
        <source>mapping</source>
        <translation>cartographie</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="63"/>
        <source>analysis</source>
        <translation>analyse</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="64"/>
        <source>evaluation</source>
        <translation>évaluation</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="65"/>
        <source>bulletin</source>
        <translation>bulletin</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="66"/>
        <source>safety diagnosis</source>
        <translation>diagnostic de sécurité</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="67"/>
        <source>watch and alerts</source>
        <translation>veille et alerte</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="74"/>
        <source>internal use</source>
        <translation>usage interne</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="75"/>
        <source>the restricted network</source>
        <translation>réseau restreint</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="76"/>
        <source>the public</source>
        <translation>public</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="83"/>
        <source>the address</source>
        <translation>l'adresse</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="84"/>
        <source>the street</source>
        <translation>la rue</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="85"/>
        <source>the stop</source>
        <translation>l'arrêt</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="86"/>
        <source>the facility</source>
        <translation>l'équipement</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="87"/>
        <source>the 100 m cell</source>
        <translation>la maille de 100 m</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="88"/>
        <source>the territory</source>
        <translation>le territoire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="89"/>
        <source>no place at all</source>
        <translation>aucun lieu</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="437"/>
        <source>The agreement {reference} with {partner} ended on {until}: what is held stays for internal use and may not go to {diffusion}; record its successor, or choose internal.</source>
        <translation>La convention {reference} avec {partner} a pris fin le {until} : ce qui est détenu reste à usage interne (diffusion demandée : {diffusion}) ; enregistrez celle qui la suit, ou choisissez la diffusion interne.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="441"/>
        <source>The agreement {reference} with {partner} begins on {start} (clause on its dates): wait until then, or correct its first day.</source>
        <translation>La convention {reference} avec {partner} ne commence que le {start} (clause de durée) : attendez ce jour, ou corrigez sa date de début.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="445"/>
        <source>The agreement {reference} with {partner} does not cover these categories: {categories}; filter the incidents by category to leave them out.</source>
        <translation>La convention {reference} avec {partner} ne couvre pas ces catégories : {categories} ; filtrez les incidents par catégorie pour les écarter.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="449"/>
        <source>The agreement {reference} with {partner} does not name the purpose “{purpose}”, only: {purposes}; leave this partner out, or have the agreement changed.</source>
        <translation>La convention {reference} avec {partner} ne prévoit pas la finalité « {purpose} », seulement : {purposes} ; écartez ce partenaire, ou faites modifier la convention.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="453"/>
        <source>The agreement {reference} with {partner} does not let it go to {diffusion}; its recipients are: {recipients}. Choose a narrower diffusion.</source>
        <translation>La convention {reference} avec {partner} ne permet pas cette diffusion ({diffusion}) ; ses destinataires : {recipients}. Choisissez une diffusion plus étroite.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="457"/>
        <source>No agreement is recorded for {partner}, so its records are for internal use and may not go to {diffusion}: choose the internal diffusion, or record the agreement.</source>
        <translation>Sans convention enregistrée, les données de {partner} restent à usage interne (diffusion demandée : {diffusion}) : choisissez la diffusion interne, ou enregistrez la convention.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="461"/>
        <source>The agreement {reference} with {partner} lets nothing finer be shown than {finest}: count by territory, or leave this partner out.</source>
        <translation>La convention {reference} avec {partner} ne permet de montrer rien de plus fin que {finest} : comptez par territoire, ou écartez ce partenaire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="465"/>
        <source>The agreement {reference} with {partner} cannot be read: its {field} is no JSON list; record it again.</source>
        <translation>La convention {reference} avec {partner} est illisible : son champ {field} n'est pas une liste JSON ; enregistrez-la de nouveau.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="469"/>
        <source>{name} is not a readable agreement: it must be one JSON object in UTF-8, each key once, under 1 MB.</source>
        <translation>{name} n'est pas une convention lisible : il faut un objet JSON en UTF-8, chaque clé une seule fois, de moins de 1 Mo.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="473"/>
        <source>{name} has a key that no agreement has, “{key}”; the keys are: {known}.</source>
        <translation>{name} a une clé qu'aucune convention n'a, « {key} » ; les clés sont : {known}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="476"/>
        <source>{name} does not say “{key}”, which every agreement needs.</source>
        <translation>{name} ne dit pas « {key} », dont toute convention a besoin.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="477"/>
        <source>“{key}” in {name} has a value that cannot be used; it takes: {allowed}.</source>
        <translation>« {key} » dans {name} a une valeur inutilisable ; valeurs admises : {allowed}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="213"/>
        <source>Not compared: {reason}</source>
        <translation>Pas de rapprochement : {reason}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/set_agreement.py" line="23"/>
        <source>Record an agreement</source>
        <translation>Enregistrer une convention</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/set_agreement.py" line="32"/>
        <source>Agreement</source>
        <translation>Convention</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/set_agreement.py" line="27"/>
        <source>Agreement (*.json)</source>
        <translation>Convention (*.json)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/set_agreement.py" line="43"/>
        <source>Agreement {reference} with {partner} recorded.</source>
        <translation>Convention {reference} avec {partner} enregistrée.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/set_agreement.py" line="50"/>
        <source>It has ended: nothing new of {partner} may enter.</source>
        <translation>Elle a pris fin : rien de nouveau de {partner} ne peut entrer.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/set_agreement.py" line="56"/>
        <source>It begins on {day}: until then nothing of {partner} may enter.</source>
        <translation>Elle commence le {day} : d'ici là, rien de {partner} ne peut entrer.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="363"/>
        <source>That would be {cells} cells, and {most} is the most: choose cells of {least} m or more, or a smaller study area.</source>
        <translation>Cela ferait {cells} cellules, et le maximum est de {most} : choisissez des cellules de {least} m ou plus, ou un périmètre d'étude plus petit.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="371"/>
        <source>There are more than {most} polygons on the study area: choose a layer of fewer, or a smaller study area.</source>
        <translation>Il y a plus de {most} polygones sur le périmètre d'étude : choisissez une couche qui en compte moins, ou un périmètre d'étude plus petit.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="375"/>
        <source>A test needs a study area, because cells where nobody reports would make every other place a hot spot: choose a layer of polygons, such as the commune.</source>
        <translation>Un test a besoin d'un périmètre d'étude, car des cellules où personne ne signale feraient de tout autre lieu un point chaud : choisissez une couche de polygones, comme la commune.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="379"/>
        <source>Nothing is left to divide into cells: is the study area the right layer, in the right coordinate system, and do the polygons lie on it?</source>
        <translation>Il ne reste rien à diviser en cellules : le périmètre d'étude est-il la bonne couche, dans le bon système de coordonnées, et les polygones s'y trouvent-ils ?</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="52"/>
        <source>Squares</source>
        <translation>Carrés</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="52"/>
        <source>Hexagons</source>
        <translation>Hexagones</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/cell_map.py" line="35"/>
        <source>INSEE&apos;s 200 m squares (EPSG:3035)</source>
        <translation>Carreaux de 200 m de l'INSEE (EPSG:3035)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/cell_map.py" line="36"/>
        <source>Cells</source>
        <translation>Cellules</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/cell_map.py" line="36"/>
        <source>Polygons to use instead of such cells</source>
        <translation>Polygones à utiliser à la place de ces cellules</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/cell_map.py" line="141"/>
        <source>{n} cells are many to draw and to save: larger cells show as much.</source>
        <translation>{n} cellules sont beaucoup à dessiner et à enregistrer : de plus grandes montrent autant.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/cell_map.py" line="161"/>
        <source>Cells: {n} hexagons, {size} m from side to side.</source>
        <translation>Cellules : {n} hexagones de {size} m d'un côté au côté opposé.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/cell_map.py" line="165"/>
        <source>Cells: {n} squares of {size} m.</source>
        <translation>Cellules : {n} carrés de {size} m.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/cell_map.py" line="186"/>
        <source>Without a study area the given polygons are it: records outside them do not exist for this map.</source>
        <translation>Sans périmètre d'étude, les polygones donnés en tiennent lieu : les enregistrements situés en dehors n'existent pas pour cette carte.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/cell_map.py" line="194"/>
        <source>The given polygons overlap: a record where they do counts in the first of them only.</source>
        <translation>Les polygones donnés se chevauchent : un enregistrement situé dans un chevauchement ne compte que dans le premier.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/cell_map.py" line="203"/>
        <source>Cells: {n} given polygons.</source>
        <translation>Cellules : {n} polygones donnés.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/cell_map.py" line="224"/>
        <source>Cells that can be tested: {n}; less than half inside the study area, or without a neighbour: {others}</source>
        <translation>Cellules testables : {n} ; à moins de moitié dans le périmètre d'étude, ou sans voisine : {others}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="518"/>
        <source>This is not a filter of incidents, or a newer version of this plugin made it: choose another file, or update the plugin.</source>
        <translation>Ce n'est pas un filtre d'incidents, ou une version plus récente de cette extension l'a fait : choisissez un autre fichier, ou mettez l'extension à jour.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/gating.py" line="42"/>
        <source>Under the agreements: {references}</source>
        <translation>Conventions appliquées : {references}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/gating.py" line="46"/>
        <source>Without an agreement, for internal use only: {partners}</source>
        <translation>Sans convention, à usage interne seulement : {partners}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/gating.py" line="52"/>
        <source>Ended agreements, whose records are for internal use only: {references}</source>
        <translation>Conventions échues, données à usage interne seulement : {references}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/gating.py" line="58"/>
        <source>Nothing finer may be shown than {finest}.</source>
        <translation>Rien de plus fin ne peut être montré que {finest}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/gating.py" line="64"/>
        <source>Outside the team, counts below {n} may not be shown.</source>
        <translation>Hors de l'équipe, les nombres inférieurs à {n} ne peuvent pas être montrés.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="78"/>
        <source>10 to 29 incidents</source>
        <translation>10 à 29 incidents</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="81"/>
        <source>30 incidents or more</source>
        <translation>30 incidents ou plus</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="102"/>
        <source>Cluster</source>
        <translation>Regroupement</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/spatial_summary.py" line="126"/>
        <source>Different places</source>
        <translation>Lieux différents</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="140"/>
        <source>In a cluster</source>
        <translation>Dans un regroupement</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="141"/>
        <source>In no cluster</source>
        <translation>Hors des regroupements</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="190"/>
        <source>One single place (an address or a stop)</source>
        <translation>Un seul lieu (une adresse ou un arrêt)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/incident_clusters.py" line="33"/>
        <source>Clusters of incidents</source>
        <translation>Regroupements d'incidents</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/incident_clusters.py" line="38"/>
        <source>Distance within which incidents are neighbours</source>
        <translation>Distance à laquelle des incidents sont voisins</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/incident_clusters.py" line="38"/>
        <source>Least number of neighbours</source>
        <translation>Nombre minimal de voisins</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/incident_clusters.py" line="38"/>
        <source>Time field (clusters in space and time)</source>
        <translation>Champ de temps (regroupements dans l'espace et le temps)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/incident_clusters.py" line="38"/>
        <source>Days within which incidents are neighbours</source>
        <translation>Nombre de jours auquel des incidents sont voisins</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/incident_clusters.py" line="38"/>
        <source>Clusters</source>
        <translation>Regroupements</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/incident_clusters.py" line="38"/>
        <source>Incidents with their cluster</source>
        <translation>Incidents avec leur regroupement</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/incident_clusters.py" line="128"/>
        <source>Clusters: {clusters}, with {inside} of {n} records.</source>
        <translation>Regroupements : {clusters}, avec {inside} des {n} enregistrements.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/incident_clusters.py" line="136"/>
        <source>Clusters that are one single place (an address, a stop, or an address by default): {n}, with {records} records.</source>
        <translation>Regroupements en un seul lieu (une adresse, un arrêt ou une adresse par défaut) : {n}, avec {records} enregistrements.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/after_import.py" line="60"/>
        <source>{n} records are withdrawn.</source>
        <translation>{n} enregistrements sont retirés.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/after_import.py" line="65"/>
        <source>{n} reports are linked to what others reported.</source>
        <translation>{n} signalements sont liés à ceux d'autres partenaires.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/after_import.py" line="84"/>
        <source>The file is in {folder} now.</source>
        <translation>Le fichier est maintenant dans {folder}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/after_import.py" line="88"/>
        <source>The file is deleted.</source>
        <translation>Le fichier est supprimé.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/dialog.py" line="137"/>
        <source>&amp;Move the file…</source>
        <translation>&amp;Déplacer le fichier…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/dialog.py" line="138"/>
        <source>&amp;Delete the file…</source>
        <translation>&amp;Supprimer le fichier…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/same_facts.py" line="34"/>
        <source>Reports of the same fact</source>
        <translation>Signalements d'un même fait</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/same_facts.py" line="39"/>
        <source>Proposed pairs</source>
        <translation>Paires proposées</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/same_facts.py" line="66"/>
        <source>Looking for pairs…</source>
        <translation>Recherche des paires…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/same_facts.py" line="83"/>
        <source>These reports of two partners are close in place, time and category. Ticked pairs are linked as one fact; both reports stay as they are.</source>
        <translation>Ces signalements de deux partenaires sont proches par le lieu, l'heure et la catégorie. Les paires cochées sont liées en un seul fait ; les deux signalements restent ce qu'ils sont.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/same_facts.py" line="83"/>
        <source>No pair is left: what is close has been linked, or its delivery changed.</source>
        <translation>Il ne reste aucune paire : ce qui est proche a été lié, ou sa livraison a changé.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/same_facts.py" line="123"/>
        <source>The pairs cannot be read.</source>
        <translation>Les paires sont illisibles.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/same_facts.py" line="128"/>
        <source>&amp;Link {n} pairs</source>
        <translation>&amp;Lier {n} paires</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/same_facts.py" line="134"/>
        <source>The partner&apos;s delivery is complete for its period and no longer has {n} records that an earlier one had.

Withdrawn records are kept with their history, and no longer counted. Undo takes it back.</source>
        <translation>La livraison du partenaire est complète pour sa période et n'a plus {n} enregistrements qu'une précédente avait.

Les enregistrements retirés sont gardés avec leur historique, et ne sont plus comptés. Annuler les rétablit.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/same_facts.py" line="139"/>
        <source>Withdraw records</source>
        <translation>Retirer des enregistrements</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/same_facts.py" line="140"/>
        <source>&amp;Withdraw</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/before_saving.py" line="154"/>
        <source>Occurred</source>
        <translation>Survenu</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/before_saving.py" line="156"/>
        <source>Metres</source>
        <translation>Mètres</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/before_saving.py" line="157"/>
        <source>Minutes</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/source_file.py" line="34"/>
        <source>Move to which folder?</source>
        <translation>Déplacer dans quel dossier ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/source_file.py" line="42"/>
        <source>Moving files</source>
        <translation>Déplacement de fichiers</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/source_file.py" line="46"/>
        <source>Delete for good, not into the recycle bin?

{names}

The observatory keeps what was imported. The files still hold what was left out: columns that were not read, names, telephone numbers. To see a refused row again, you would have to ask for it.</source>
        <translation>Supprimer définitivement, sans passer par la corbeille ?

{names}

L'observatoire garde ce qui a été importé. Les fichiers contiennent encore ce qui a été laissé de côté : colonnes non lues, noms, numéros de téléphone. Pour revoir une ligne refusée, il faudrait la redemander.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/source_file.py" line="52"/>
        <source>Delete the file</source>
        <translation>Supprimer le fichier</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/source_file.py" line="55"/>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/source_file.py" line="62"/>
        <source>Deleting files</source>
        <translation>Suppression de fichiers</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/source_file.py" line="70"/>
        <source>The folder has a file {name} already: choose another folder.</source>
        <translation>Le dossier a déjà un fichier {name} : choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/source_file.py" line="72"/>
        <source>{name} could not be moved or deleted: is it open in another program?</source>
        <translation>{name} n'a pas pu être déplacé ou supprimé : est-il ouvert dans un autre programme ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/source_file.py" line="78"/>
        <source>The file itself still holds what was left out: move or delete it below.</source>
        <translation>Le fichier lui-même contient encore ce qui a été laissé de côté : déplacez-le ou supprimez-le ci-dessous.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/delivered_file.py" line="149"/>
        <source>Close to a report of another partner, perhaps the same fact: {n}.</source>
        <translation>Proches d'un signalement d'un autre partenaire, peut-être le même fait : {n}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/dialog.py" line="124"/>
        <source>Files moved: {n}.</source>
        <translation>Fichiers déplacés : {n}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/dialog.py" line="130"/>
        <source>Files deleted: {n}.</source>
        <translation>Fichiers supprimés : {n}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/dialog.py" line="140"/>
        <source>Move &amp;all imported files…</source>
        <translation>Déplacer &amp;tous les fichiers importés…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/dialog.py" line="143"/>
        <source>Delete all &amp;imported files…</source>
        <translation>Supprimer tous les fichiers &amp;importés…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="480"/>
        <source>{name} is not the file that was imported as batch {batch}: choose that one.</source>
        <translation>{name} n'est pas le fichier importé comme lot {batch} : choisissez celui-là.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="558"/>
        <source>Batch {later} of the same partner covers the same days after batch {batch}: confirm what it proposes instead.</source>
        <translation>Le lot {later} du même partenaire couvre les mêmes jours après le lot {batch} : confirmez plutôt ce qu'il propose.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="562"/>
        <source>Batch {batch} is not complete for a period, so nothing is missing from it.</source>
        <translation>Le lot {batch} n'est pas complet pour une période : il n'y manque donc rien.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="565"/>
        <source>The pair {pair} is not one that is proposed for batch {batch}: run again without pairs to link all.</source>
        <translation>La paire {pair} n'est pas proposée pour le lot {batch} : relancez sans paires pour les lier toutes.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/confirm_withdrawals.py" line="28"/>
        <source>Confirm withdrawals</source>
        <translation>Confirmer les retraits</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/confirm_withdrawals.py" line="32"/>
        <source>Batch that proposed them</source>
        <translation>Lot qui les a proposés</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/confirm_withdrawals.py" line="40"/>
        <source>Partner&apos;s file of that batch</source>
        <translation>Fichier du partenaire de ce lot</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/confirm_withdrawals.py" line="41"/>
        <source>Withdrawn</source>
        <translation>Retirés</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/confirm_withdrawals.py" line="53"/>
        <source>{n} records are withdrawn; undoing batch {batch} takes it back.</source>
        <translation>{n} enregistrements sont retirés ; annuler le lot {batch} les rétablit.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/confirm_withdrawals.py" line="59"/>
        <source>There is no record left to withdraw.</source>
        <translation>Il ne reste aucun enregistrement à retirer.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/link_facts.py" line="25"/>
        <source>Link reports of the same fact</source>
        <translation>Lier les signalements d'un même fait</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/link_facts.py" line="34"/>
        <source>Only these pairs</source>
        <translation>Seulement ces paires</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/link_facts.py" line="35"/>
        <source>Pairs of record numbers, such as 12-45,13-46; left out: all proposed</source>
        <translation>Paires de numéros d'enregistrements, comme 12-45,13-46 ; sans rien : toutes celles proposées</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/link_facts.py" line="37"/>
        <source>Facts</source>
        <translation>Faits</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/link_facts.py" line="38"/>
        <source>Reports linked</source>
        <translation>Signalements liés</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/link_facts.py" line="51"/>
        <source>{n} reports are linked into {facts} facts; undoing batch {batch} takes it back.</source>
        <translation>{n} signalements sont liés en {facts} faits ; annuler le lot {batch} défait les liens.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/link_facts.py" line="58"/>
        <source>There is no pair to link.</source>
        <translation>Il n'y a aucune paire à lier.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/words.py" line="46"/>
        <source>For {institutions} only. Do not pass it on.</source>
        <translation>Pour {institutions} seulement. Ne pas transmettre.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="236"/>
        <source>Printed for internal use. {reason}</source>
        <translation>Imprimé pour usage interne. {reason}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="366"/>
        <source>{layer}: {n} not shown, counts below {least}</source>
        <translation>{layer} : {n} non montrés, nombres inférieurs à {least}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="83"/>
        <source>A clear fall (q ≤ 0.01)</source>
        <translation>Une baisse nette (q ≤ 0,01)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="84"/>
        <source>A clear rise (q ≤ 0.01)</source>
        <translation>Une hausse nette (q ≤ 0,01)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="85"/>
        <source>A fall (q ≤ 0.05)</source>
        <translation>Une baisse (q ≤ 0,05)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="86"/>
        <source>A rise (q ≤ 0.05)</source>
        <translation>Une hausse (q ≤ 0,05)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/views/territories.py" line="80"/>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/views/territories.py" line="79"/>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="142"/>
        <source>In words</source>
        <translation>En mots</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="180"/>
        <source>No clear change</source>
        <translation>Pas de changement net</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="184"/>
        <source>No incident in either period</source>
        <translation>Aucun incident dans les deux périodes</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="323"/>
        <source>The two periods overlap (one ends on {end}, the other begins on {start}): choose two that share no day.</source>
        <translation>Les deux périodes se chevauchent (l'une finit le {end}, l'autre commence le {start}) : choisissez-en deux sans jour commun.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="327"/>
        <source>No record falls in either period: look at their dates and at the layer&apos;s filter.</source>
        <translation>Aucun enregistrement ne tombe dans l'une des deux périodes : vérifiez leurs dates et le filtre de la couche.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="330"/>
        <source>There are only {n} whole time steps, and at least {least} are needed: choose shorter steps, or records of a longer period.</source>
        <translation>Il n'y a que {n} pas de temps entiers, et il en faut au moins {least} : choisissez des pas plus courts, ou des enregistrements d'une période plus longue.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="338"/>
        <source>That would be {n} time steps: choose longer steps, or look for a wrong year among the dates.</source>
        <translation>Cela ferait {n} pas de temps : choisissez des pas plus longs, ou cherchez une année fausse parmi les dates.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="771"/>
        <source>no record in either period</source>
        <translation>aucun enregistrement dans les deux périodes</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="773"/>
        <source>a rise</source>
        <translation>une hausse</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="775"/>
        <source>a fall</source>
        <translation>une baisse</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="777"/>
        <source>no clear change</source>
        <translation>pas de changement net</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="779"/>
        <source>fewer than {few} before, so no percentage: {said}</source>
        <translation>moins de {few} avant, donc pas de pourcentage : {said}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="780"/>
        <source>between {low} % and {high} %: {said}</source>
        <translation>entre {low} % et {high} % : {said}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="24"/>
        <source>Before: first day</source>
        <translation>Avant : premier jour</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="24"/>
        <source>Before: last day</source>
        <translation>Avant : dernier jour</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="24"/>
        <source>After: first day</source>
        <translation>Après : premier jour</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="24"/>
        <source>After: last day</source>
        <translation>Après : dernier jour</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="49"/>
        <source>day</source>
        <translation>jour</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="50"/>
        <source>week, from Monday</source>
        <translation>semaine, à partir du lundi</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="51"/>
        <source>calendar month</source>
        <translation>mois civil</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="52"/>
        <source>quarter</source>
        <translation>trimestre</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="53"/>
        <source>year</source>
        <translation>année</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="56"/>
        <source>Length of a time step</source>
        <translation>Durée d'un pas de temps</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="66"/>
        <source>The records are complete from (first day)</source>
        <translation>Les enregistrements sont complets depuis (premier jour)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="67"/>
        <source>The records are complete until (last day)</source>
        <translation>Les enregistrements sont complets jusqu'à (dernier jour)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="91"/>
        <source>Time steps: {n}, from {first} to {last}</source>
        <translation>Pas de temps : {n}, du {first} au {last}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="96"/>
        <source>Left out because the records do not cover it whole, the step from: {days}</source>
        <translation>Écarté parce que les enregistrements ne le couvrent pas en entier, le pas à partir du : {days}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="102"/>
        <source>Left out because a source is missing in it, the step from: {days}</source>
        <translation>Écarté parce qu'une source y manque, le pas à partir du : {days}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="155"/>
        <source>A source delivered nothing in these months, which makes a false change: {months}</source>
        <translation>Une source n'a rien livré ces mois-là, ce qui crée une fausse évolution : {months}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="180"/>
        <source>The later period ends on {end}, less than the median delay of reports ({delay} days) before the last report ({last}): reports are still to come, so that a fall may be a delay.</source>
        <translation>La période la plus récente finit le {end}, à moins du délai médian des signalements ({delay} jours) du dernier signalement ({last}) : d'autres vont encore arriver, si bien qu'une baisse peut n'être qu'un retard.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="210"/>
        <source>The records do not go back far enough to see how much chance moves them: p supposes that incidents come one by one, and is too small if they come in series.</source>
        <translation>Les enregistrements ne remontent pas assez loin pour voir combien le hasard les fait varier : p suppose que les incidents arrivent un par un, et il est trop petit s'ils arrivent en série.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="216"/>
        <source>Variance of the counts: {factor} times Poisson&apos;s, from {n} months.</source>
        <translation>Variance des comptes : {factor} fois celle de Poisson, d'après {n} mois.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="217"/>
        <source>Variance of the counts: {factor} times Poisson&apos;s, from {n} weeks of the two periods (24 months would show seasons too).</source>
        <translation>Variance des comptes : {factor} fois celle de Poisson, d'après {n} semaines des deux périodes (24 mois montreraient aussi les saisons).</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/time/period_comparison.py" line="51"/>
        <source>Comparison of two periods</source>
        <translation>Comparaison de deux périodes</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/time/period_comparison.py" line="51"/>
        <source>Date of the incident</source>
        <translation>Date de l'incident</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/time/period_comparison.py" line="83"/>
        <source>in neither period</source>
        <translation>hors des deux périodes</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/time/period_comparison.py" line="171"/>
        <source>All records: {before} before, {after} after; {words}.</source>
        <translation>Tous les enregistrements : {before} avant, {after} après ; {words}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="322"/>
        <source>{name} is not a day: write it like 2024-05-31.</source>
        <translation>{name} n'est pas un jour : écrivez-le comme 2024-05-31.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="109"/>
        <source>Cumulated share of the incidents (0 to 1)</source>
        <translation>Part cumulée des incidents (0 à 1)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="118"/>
        <source>Distance to the nearest street (m)</source>
        <translation>Distance à la rue la plus proche (m)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="146"/>
        <source>Incidents per 100 m of street</source>
        <translation>Incidents par 100 m de rue</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="156"/>
        <source>Length (m)</source>
        <translation>Longueur (m)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="178"/>
        <source>Next streets, up to 50 in 100 incidents</source>
        <translation>Rues suivantes, jusqu'à 50 incidents sur 100</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="179"/>
        <source>Next streets, up to 80 in 100 incidents</source>
        <translation>Rues suivantes, jusqu'à 80 incidents sur 100</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="183"/>
        <source>No incident</source>
        <translation>Aucun incident</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="205"/>
        <source>Streets with most: the first 25 in 100 incidents</source>
        <translation>Rues les plus touchées : les 25 premiers incidents sur 100</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="211"/>
        <source>The other streets with incidents</source>
        <translation>Les autres rues avec des incidents</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="215"/>
        <source>Too far from any street</source>
        <translation>Trop loin de toute rue</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/street_segments.py" line="44"/>
        <source>Incidents by street segment</source>
        <translation>Incidents par tronçon de rue</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/street_segments.py" line="44"/>
        <source>Streets (lines)</source>
        <translation>Rues (lignes)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/point_inputs.py" line="32"/>
        <source>Farthest from its street that an incident may be</source>
        <translation>Distance maximale entre un incident et sa rue</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/street_segments.py" line="44"/>
        <source>Incidents too far from any street</source>
        <translation>Incidents trop loin de toute rue</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/point_inputs.py" line="45"/>
        <source>farther than {distance} m from any street</source>
        <translation>à plus de {distance} m de toute rue</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/street_segments.py" line="146"/>
        <source>Street segments: {n}</source>
        <translation>Tronçons de rue : {n}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/street_segments.py" line="149"/>
        <source>Records as near to several segments, shared among them: {n}</source>
        <translation>Enregistrements aussi proches de plusieurs tronçons, partagés entre eux : {n}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/street_segments.py" line="155"/>
        <source>Only {share} % of the records are within {distance} m of a street: does the streets layer cover the town, footpaths and squares included?</source>
        <translation>Seuls {share} % des enregistrements sont à {distance} m d'une rue ou moins : la couche des rues couvre-t-elle la ville, chemins et places compris ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/coverage/dock.py" line="72"/>
        <source>the last {n}</source>
        <translation>les {n} derniers</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/coverage/dock.py" line="204"/>
        <source>Late: {partners}.</source>
        <translation>En retard : {partners}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/coverage/dock.py" line="205"/>
        <source>Months missing: {partners}.</source>
        <translation>Des mois manquent : {partners}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/coverage/dock.py" line="209"/>
        <source>Nothing to report last month: {partners}.</source>
        <translation>Rien à signaler le mois dernier : {partners}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/coverage/dock.py" line="216"/>
        <source>Every delivery that was expected is there.</source>
        <translation>Toutes les livraisons attendues sont là.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/coverage/matrix.py" line="47"/>
        <source>since the first of last month</source>
        <translation>depuis le premier du mois dernier</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/coverage/matrix.py" line="122"/>
        <source>late</source>
        <translation>retard</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/coverage/matrix.py" line="102"/>
        <source>nothing expected</source>
        <translation>rien d'attendu</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/sections.py" line="88"/>
        <source>{n} records</source>
        <translation>{n} enregistrements</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/coverage/matrix.py" line="107"/>
        <source>{share} % located</source>
        <translation>{share} % localisés</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/coverage/matrix.py" line="110"/>
        <source>median delay {days} days</source>
        <translation>délai médian {days} jours</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/coverage/matrix.py" line="133"/>
        <source>Requalified</source>
        <translation>Requalifiés</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="104"/>
        <source>&amp;Coverage by partner…</source>
        <translation>&amp;Couverture par partenaire…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="99"/>
        <source>Cell and neighbours: H many, L few</source>
        <translation>Cellule et voisines : H beaucoup, L peu</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="100"/>
        <source>Cells in the sum, itself included</source>
        <translation>Cellules de la somme, elle comprise</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="104"/>
        <source>Cold, clear evidence (q ≤ 0.05)</source>
        <translation>Froid, indice net (q ≤ 0,05)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="105"/>
        <source>Cold, strong evidence (q ≤ 0.01)</source>
        <translation>Froid, indice fort (q ≤ 0,01)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="106"/>
        <source>Cold, weak evidence (q ≤ 0.10)</source>
        <translation>Froid, indice faible (q ≤ 0,10)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="122"/>
        <source>Few among few</source>
        <translation>Peu parmi peu</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="123"/>
        <source>Few among many</source>
        <translation>Peu parmi beaucoup</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="132"/>
        <source>Hot (+) or cold (-), 3 the surest</source>
        <translation>Chaud (+) ou froid (-), 3 le plus sûr</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="136"/>
        <source>Hot, clear evidence (q ≤ 0.05)</source>
        <translation>Chaud, indice net (q ≤ 0,05)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="137"/>
        <source>Hot, strong evidence (q ≤ 0.01)</source>
        <translation>Chaud, indice fort (q ≤ 0,01)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="138"/>
        <source>Hot, weak evidence (q ≤ 0.10)</source>
        <translation>Chaud, indice faible (q ≤ 0,10)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="158"/>
        <source>Local Moran&apos;s I</source>
        <translation>I de Moran local</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="160"/>
        <source>Many among few</source>
        <translation>Beaucoup parmi peu</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="161"/>
        <source>Many among many</source>
        <translation>Beaucoup parmi beaucoup</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="175"/>
        <source>Neighbouring cells</source>
        <translation>Cellules voisines</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="176"/>
        <source>Neither hot nor cold</source>
        <translation>Ni chaud ni froid</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="181"/>
        <source>No clear pattern</source>
        <translation>Rien de net</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="187"/>
        <source>Not testable</source>
        <translation>Non testable</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="219"/>
        <source>p (two-sided)</source>
        <translation>p (bilatéral)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="222"/>
        <source>q (p corrected for the number of cells)</source>
        <translation>q (p corrigé du nombre de cellules)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="223"/>
        <source>z of Gi*</source>
        <translation>z de Gi*</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="224"/>
        <source>z of local Moran</source>
        <translation>z du Moran local</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="50"/>
        <source>Hot and cold spots (Getis-Ord Gi*)</source>
        <translation>Points chauds et froids (Gi* de Getis-Ord)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/getis_ord.py" line="42"/>
        <source>Significance level of the summary</source>
        <translation>Seuil de signification du résumé</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="52"/>
        <source>Correct for the number of cells tested (FDR)</source>
        <translation>Corriger du nombre de cellules testées (FDR)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/getis_ord.py" line="139"/>
        <source>p from the exact distribution of sums of the map&apos;s own cells, two-sided.</source>
        <translation>p tiré de la loi exacte des sommes de cellules de la carte elle-même, bilatéral.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/getis_ord.py" line="149"/>
        <source>All cells hold the same: nothing can stand out.</source>
        <translation>Toutes les cellules contiennent autant : rien ne peut ressortir.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/getis_ord.py" line="154"/>
        <source>At {alpha}: {hot} hot cells, {cold} cold cells, {rest} neither.</source>
        <translation>À {alpha} : {hot} cellules chaudes, {cold} froides, {rest} ni l'un ni l'autre.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/getis_ord.py" line="146"/>
        <source>Only {n} cells are tested, so that hardly anything can stand out.</source>
        <translation>Seulement {n} cellules sont testées : presque rien ne peut ressortir.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/furniture.py" line="65"/>
        <source>Page {page} of {pages}</source>
        <translation>Page {page} sur {pages}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/purge_certificate.py" line="29"/>
        <source>Purge certificate</source>
        <translation>Certificat de purge</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/purge_certificate.py" line="30"/>
        <source>On {date}, {n} records whose retention had ended were deleted from the observatory {name} for good, with everything in it that told of them.</source>
        <translation>Le {date}, {n} enregistrements dont la durée de conservation était échue ont été définitivement supprimés de l'observatoire {name}, avec tout ce qui, dans le fichier, en gardait la trace.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/purge_certificate.py" line="36"/>
        <source>Records deleted</source>
        <translation>Enregistrements supprimés</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/purge_certificate.py" line="41"/>
        <source>Deleted with them</source>
        <translation>Supprimés avec eux</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/purge_certificate.py" line="42"/>
        <source>Earlier versions</source>
        <translation>Versions antérieures</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/purge_certificate.py" line="42"/>
        <source>Notes past their day</source>
        <translation>Notes arrivées à leur terme</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/purge_certificate.py" line="42"/>
        <source>Journal lines</source>
        <translation>Lignes du journal</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/purge_certificate.py" line="42"/>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/purge_certificate.py" line="51"/>
        <source>What stays</source>
        <translation>Ce qui reste</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/purge_certificate.py" line="64"/>
        <source>Copies that were not made by the plugin, and what was printed or exported before, are not reached by a purge.</source>
        <translation>Les copies que l'extension n'a pas faites, et ce qui a été imprimé ou exporté auparavant, ne sont pas atteints par une purge.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/purge_certificate.py" line="70"/>
        <source>The file after the purge</source>
        <translation>Le fichier après la purge</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/purge_certificate.py" line="71"/>
        <source>Made with</source>
        <translation>Fait avec</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/purge_certificate.py" line="79"/>
        <source>Purge certificate of {name}</source>
        <translation>Certificat de purge de {name}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/purge_words.py" line="45"/>
        <source>{partner}: {n} records are over three years old, which is as long as a municipal police may keep its log (CNIL, decision 2008-304), and no agreement limits them: record one, and they can be purged.</source>
        <translation>{partner} : {n} enregistrements ont plus de trois ans, durée maximale de la main courante d'une police municipale (CNIL, délibération 2008-304), et aucune convention ne les limite : inscrivez-en une, et ils pourront être purgés.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/purge_certificate.py" line="83"/>
        <source>Agreement and retention</source>
        <translation>Convention et durée</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/purge_certificate.py" line="83"/>
        <source>Recorded</source>
        <translation>Enregistrés</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/purge_certificate.py" line="104"/>
        <source>Months count from the day on which the partner recorded the fact, else from the fact, never from later than its entry into the observatory.</source>
        <translation>Les mois se comptent du jour où le partenaire a enregistré le fait, à défaut du fait, et jamais de plus tard que l'entrée dans l'observatoire.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/expect_deliveries.py" line="31"/>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/purge_words.py" line="62"/>
        <source>The backup of {date} could not be deleted: delete {name} by hand, because it may hold what was purged.</source>
        <translation>La sauvegarde du {date} n'a pas pu être supprimée : supprimez {name} à la main, car elle peut contenir ce qui a été purgé.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/purge_words.py" line="67"/>
        <source>The backup of {date} was deleted.</source>
        <translation>La sauvegarde du {date} a été supprimée.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/purge_words.py" line="69"/>
        <source>The backup of {date} cannot be read, so it goes with the purge.</source>
        <translation>La sauvegarde du {date} ne peut pas être lue : elle part avec la purge.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/purge_words.py" line="73"/>
        <source>The backup of {date} holds {n} records that the observatory may not hold, so it goes with the purge.</source>
        <translation>La sauvegarde du {date} contient {n} enregistrements que l'observatoire n'a plus le droit de contenir : elle part avec la purge.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/purge_words.py" line="78"/>
        <source>The backup of {date} is no longer needed and may be deleted.</source>
        <translation>La sauvegarde du {date} ne sert plus et peut être supprimée.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/purge_words.py" line="79"/>
        <source>The backup of {date} stays.</source>
        <translation>La sauvegarde du {date} reste.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="175"/>
        <source>{file} could not be written: is it open in another program, or the disk full?</source>
        <translation>{file} n'a pas pu être écrit : est-il ouvert dans un autre programme, ou le disque plein ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="178"/>
        <source>{file} does not end in .pdf: choose a name that does.</source>
        <translation>{file} ne se termine pas par .pdf : choisissez un nom qui se termine ainsi.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="569"/>
        <source>The agreement {reference} does not say in whole months, from 1, how long records are kept: correct its retention first.</source>
        <translation>La convention {reference} ne dit pas en mois entiers, à partir de 1, combien de temps les enregistrements sont conservés : corrigez d'abord sa durée de conservation.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="573"/>
        <source>Batch {batch} of {when} cannot be undone: the purge of {purge} deleted the earlier versions of its records.</source>
        <translation>Le lot {batch} du {when} ne peut pas être annulé : la purge du {purge} a supprimé les versions antérieures de ses enregistrements.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="577"/>
        <source>Batch {batch} of {when} cannot be undone: earlier versions of records are kept for {months} months.</source>
        <translation>Le lot {batch} du {when} ne peut pas être annulé : les versions antérieures des enregistrements sont conservées {months} mois.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/purge_expired.py" line="28"/>
        <source>Purge expired records</source>
        <translation>Purger les enregistrements échus</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/purge_expired.py" line="32"/>
        <source>Only say what would be deleted</source>
        <translation>Dire seulement ce qui serait supprimé</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/purge_expired.py" line="39"/>
        <source>Delete also backups that are no longer needed</source>
        <translation>Supprimer aussi les sauvegardes devenues inutiles</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/purge_expired.py" line="48"/>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/purge_expired.py" line="57"/>
        <source>Records purged</source>
        <translation>Enregistrements purgés</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/purge_expired.py" line="69"/>
        <source>Nothing was deleted: this was only a look.</source>
        <translation>Rien n'a été supprimé : ce n'était qu'un aperçu.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/purge_expired.py" line="77"/>
        <source>Purged: {n} records.</source>
        <translation>Purgés : {n} enregistrements.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/purge_expired.py" line="102"/>
        <source>{partner}, {category} ({clause}): {n} records</source>
        <translation>{partner}, {category} ({clause}) : {n} enregistrements</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/purge_expired.py" line="111"/>
        <source>No record has reached the end of its retention.</source>
        <translation>Aucun enregistrement n'a atteint la fin de sa durée de conservation.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/purge_words.py" line="31"/>
        <source>With them: {versions} earlier versions, {rejects} refused rows, {notes} notes, {lines} journal lines.</source>
        <translation>Avec eux : {versions} versions antérieures, {rejects} lignes refusées, {notes} notes, {lines} lignes du journal.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/hotspot_change.py" line="50"/>
        <source>Change of hot spots</source>
        <translation>Évolution des points chauds</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/hotspot_change.py" line="99"/>
        <source>In all {before} before, {after} after; {words}. Cells at q ≤ {alpha}: {rise} rose, {fall} fell.</source>
        <translation>Au total {before} avant, {after} après ; {words}. Cellules à q ≤ {alpha} : {rise} en hausse, {fall} en baisse.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="77"/>
        <source>10 incidents or more</source>
        <translation>10 incidents ou plus</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="79"/>
        <source>2 incidents</source>
        <translation>2 incidents</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="80"/>
        <source>3 or 4 incidents</source>
        <translation>3 ou 4 incidents</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="82"/>
        <source>5 to 9 incidents</source>
        <translation>5 à 9 incidents</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="170"/>
        <source>Median time between two incidents (days)</source>
        <translation>Durée médiane entre deux incidents (jours)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="111"/>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="212"/>
        <source>No record is left that stands at a certain place (an address, a stop) with what was asked for: choose another layer or other fields, or look at the filter.</source>
        <translation>Il ne reste aucun enregistrement placé en un lieu certain (une adresse, un arrêt) avec ce qui est demandé : choisir une autre couche ou d'autres champs, ou regarder le filtre.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/repeat_places.py" line="40"/>
        <source>Repeat places</source>
        <translation>Lieux répétés</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/repeat_places.py" line="40"/>
        <source>Field that names the place (without one: the same point)</source>
        <translation>Champ qui désigne le lieu (à défaut : le même point)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/space_time/near_repeat.py" line="45"/>
        <source>Time field</source>
        <translation>Champ de temps</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/repeat_places.py" line="40"/>
        <source>Least number of incidents</source>
        <translation>Nombre minimal d'incidents</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/repeat_places.py" line="85"/>
        <source>without a place</source>
        <translation>sans lieu</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/repeat_places.py" line="121"/>
        <source>At places with {least} or more: {n} records ({share} %), at {places} of {all} places.</source>
        <translation>En des lieux qui en ont {least} ou plus : {n} enregistrements ({share} %), en {places} lieux sur {all}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/repeat_places.py" line="138"/>
        <source>Repeat places that are a stop or a facility, one point for all that happened around it: {n}</source>
        <translation>Lieux répétés qui sont un arrêt ou un équipement, un seul point pour tout ce qui s'est passé autour : {n}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/repeat_places.py" line="144"/>
        <source>A list of addresses is for the observatory&apos;s own team: do not hand it on.</source>
        <translation>Une liste d'adresses est réservée à l'équipe de l'observatoire : ne pas la transmettre.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/certain_places.py" line="28"/>
        <source>of a sensitive category</source>
        <translation>de catégorie sensible</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/certain_places.py" line="30"/>
        <source>placed on a street or a cell, not at an address</source>
        <translation>placés sur une rue ou une maille, non à une adresse</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="537"/>
        <source>{name}: say which column is what; missing: {missing}.</source>
        <translation>{name} : dites quelle colonne est quoi ; il manque : {missing}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="538"/>
        <source>Indicators are kept for areas, never for a school or a person, and “{level}” is none of: {allowed}.</source>
        <translation>Les indicateurs se gardent par secteur, jamais par établissement scolaire ni par personne, et « {level} » n'est aucun de : {allowed}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="542"/>
        <source>Say which partner {name} comes from: a short code, such as TAM.</source>
        <translation>Dites de quel partenaire vient {name} : un code court, comme TAM.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="543"/>
        <source>Figures of {partner} may only be kept under an agreement that states their purpose: record it first. Published figures take the purpose “{public}”.</source>
        <translation>Les chiffres de {partner} ne peuvent être gardés que sous une convention qui énonce leur finalité : enregistrez-la d'abord. Les chiffres publiés prennent la finalité « {public} ».</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="547"/>
        <source>Say what the figures are for; published ones take the purpose “{public}”.</source>
        <translation>Dites à quoi servent les chiffres ; ceux qui sont publiés prennent la finalité « {public} ».</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="550"/>
        <source>Batch {batch} replaced earlier figures, which are kept nowhere else: import the earlier file again instead.</source>
        <translation>Le lot {batch} a remplacé des chiffres antérieurs, qui ne sont gardés nulle part ailleurs : réimportez plutôt le fichier antérieur.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="554"/>
        <source>{name} has no figure for a territory of level “{level}” of this observatory; rows of other areas: {n}. Is it the right level?</source>
        <translation>{name} n'a aucun chiffre pour un territoire de niveau « {level} » de cet observatoire ; lignes d'autres secteurs : {n}. Est-ce le bon niveau ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="639"/>
        <source>Territories of level “{level}” are asked for, and the observatory has none: import them first.</source>
        <translation>Des territoires de niveau « {level} » sont demandés, et l'observatoire n'en a aucun : importez-les d'abord.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="30"/>
        <source>Import indicators</source>
        <translation>Importer des indicateurs</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="34"/>
        <source>Table of areas and periods</source>
        <translation>Tableau de secteurs et de périodes</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="35"/>
        <source>left out: SSMSI&apos;s own</source>
        <translation>sans rien : celui du SSMSI</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="36"/>
        <source>Purpose</source>
        <translation>Finalité</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="36"/>
        <source>“public statistics” for what is public</source>
        <translation>« public statistics » pour ce qui est public</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="38"/>
        <source>commune, quartier, sous-quartier, iris, qpv, groupe territorial</source>
        <translation>commune, quartier, sous-quartier, iris, qpv, groupe territorial</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="41"/>
        <source>left out: by its name</source>
        <translation>sans rien : d'après son nom</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="44"/>
        <source>Name of the indicator</source>
        <translation>Nom de l'indicateur</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="47"/>
        <source>where no column has it</source>
        <translation>si aucune colonne ne le donne</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="47"/>
        <source>What it counts</source>
        <translation>Ce qu'il compte</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="48"/>
        <source>Values</source>
        <translation>Valeurs</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="48"/>
        <source>Indicators</source>
        <translation>Indicateurs</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="48"/>
        <source>Not published</source>
        <translation>Non diffusées</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="48"/>
        <source>Rows of other areas</source>
        <translation>Lignes d'autres secteurs</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="122"/>
        <source>Column of the area (code or name)</source>
        <translation>Colonne du secteur (code ou nom)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="123"/>
        <source>Column of the period</source>
        <translation>Colonne de la période</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="124"/>
        <source>Column of the value</source>
        <translation>Colonne de la valeur</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="125"/>
        <source>Column of the indicator&apos;s name</source>
        <translation>Colonne du nom de l'indicateur</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="126"/>
        <source>Column of what is counted</source>
        <translation>Colonne de ce qui est compté</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="127"/>
        <source>Column that says what is published (diff, ndiff)</source>
        <translation>Colonne qui dit ce qui est diffusé (diff, ndiff)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="132"/>
        <source>{n} values of {series} indicators: {new} new, {updated} updated.</source>
        <translation>{n} valeurs de {series} indicateurs : {new} nouvelles, {updated} mises à jour.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="140"/>
        <source>Rows of areas that the observatory does not hold, left out: {n}.</source>
        <translation>Lignes de secteurs que l'observatoire n'a pas, laissées de côté : {n}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="140"/>
        <source>Values that are not published, kept empty: {n}.</source>
        <translation>Valeurs non diffusées, laissées vides : {n}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="146"/>
        <source>Rows without a period or a number, refused: {n}.</source>
        <translation>Lignes sans période ou sans nombre, refusées : {n}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_indicators.py" line="146"/>
        <source>Rows whose area and period stand twice, the first kept: {n}.</source>
        <translation>Lignes dont le secteur et la période sont en double, la première gardée : {n}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="144"/>
        <source>Incidents a unit, at least</source>
        <translation>Incidents par unité, au moins</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="202"/>
        <source>Share of the incidents (0 to 1)</source>
        <translation>Part des incidents (0 à 1)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="203"/>
        <source>Share of the units (0 to 1)</source>
        <translation>Part des unités (0 à 1)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="217"/>
        <source>Units</source>
        <translation>Unités</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="216"/>
        <source>Only {n} records are left, and below {least} neither a percentage nor a test means anything: choose a longer period or more categories.</source>
        <translation>Il ne reste que {n} enregistrements, et en dessous de {least} ni un pourcentage ni un test ne veulent rien dire : choisir une période plus longue ou plus de catégories.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="232"/>
        <source>The study area holds nothing of the layer “{layer}”: is it the right layer, in the right coordinate system?</source>
        <translation>Le périmètre d'étude ne contient rien de la couche « {layer} » : est-ce la bonne couche, dans le bon système de coordonnées ?</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/concentration.py" line="41"/>
        <source>Concentration of incidents</source>
        <translation>Concentration des incidents</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/concentration.py" line="46"/>
        <source>Units (streets or areas)</source>
        <translation>Unités (rues ou secteurs)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/concentration.py" line="46"/>
        <source>Concentration</source>
        <translation>Concentration</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/concentration.py" line="96"/>
        <source>outside the units</source>
        <translation>hors des unités</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/concentration.py" line="115"/>
        <source>80 % of the incidents are in {units} % of the {all} units; {none} units have none. The 20 % of the units with most incidents hold {held} % of them.</source>
        <translation>80 % des incidents sont dans {units} % des {all} unités ; {none} unités n'en ont aucun. Les 20 % d'unités les plus touchées en rassemblent {held} %.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/concentration.py" line="124"/>
        <source>By chance alone, if every unit were as likely to have any of them, 80 % would be in {units} % of the units.</source>
        <translation>Par le seul hasard, si chaque unité avait autant de chances que les autres, 80 % seraient dans {units} % des unités.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/concentration.py" line="128"/>
        <source>Gini&apos;s index, corrected for few incidents: {gini} (0: all alike, 1: all in one)</source>
        <translation>Indice de Gini, corrigé pour un petit nombre d'incidents : {gini} (0 : toutes égales, 1 : tous dans une seule)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partners.py" line="152"/>
        <source>{name} cannot be written.</source>
        <translation>{name} ne peut pas être écrit.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="230"/>
        <source>Not stated</source>
        <translation>Non précisé</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="214"/>
        <source>Any other source</source>
        <translation>Avec toute autre source</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="214"/>
        <source>Only with these partners</source>
        <translation>Seulement avec ces partenaires</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="214"/>
        <source>With none: always alone</source>
        <translation>Avec aucune : toujours seule</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="224"/>
        <source>All may be shown</source>
        <translation>Tous peuvent être montrés</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="279"/>
        <source>Import an agreement</source>
        <translation>Importer une convention</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partners.py" line="140"/>
        <source>Export the agreement</source>
        <translation>Exporter la convention</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partners.py" line="140"/>
        <source>agreement.json</source>
        <translation>convention.json</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="307"/>
        <source>Whose agreement is it? Choose the partner, or type a new code.</source>
        <translation>De qui est cette convention ? Choisissez le partenaire, ou tapez un nouveau code.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="309"/>
        <source>Give the convention&apos;s reference: messages and prints name it.</source>
        <translation>Donnez la référence de la convention : les messages et les impressions la nomment.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="312"/>
        <source>The agreement ends before it begins.</source>
        <translation>La convention finit avant de commencer.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="318"/>
        <source>It has ended: nothing new may enter; what is held stays, internally.</source>
        <translation>Elle a pris fin : rien de nouveau n'entre ; ce qui est détenu reste à usage interne.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="320"/>
        <source>It has not begun: until then nothing of this partner may enter.</source>
        <translation>Elle n'a pas commencé : d'ici là, rien de ce partenaire n'entre.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="323"/>
        <source>Another reference: the agreement {reference} stays beside it.</source>
        <translation>Autre référence : la convention {reference} reste à côté.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="345"/>
        <source>Coordinate x</source>
        <translation>Coordonnée x</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="345"/>
        <source>Coordinate y</source>
        <translation>Coordonnée y</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="359"/>
        <source>Every day</source>
        <translation>Chaque jour</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="360"/>
        <source>Every week</source>
        <translation>Chaque semaine</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="361"/>
        <source>Every month</source>
        <translation>Chaque mois</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="362"/>
        <source>Every quarter</source>
        <translation>Chaque trimestre</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="363"/>
        <source>Every year</source>
        <translation>Chaque année</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="364"/>
        <source>None agreed</source>
        <translation>Aucun convenu</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/checked.py" line="149"/>
        <source>Months</source>
        <translation>Mois</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="30"/>
        <source>Also recorded: {references}</source>
        <translation>Aussi enregistrées : {references}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="41"/>
        <source>No agreement: its files can be imported, and stay for internal use.</source>
        <translation>Sans convention : ses fichiers peuvent être importés, et restent à usage interne.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="45"/>
        <source>The agreement {reference} ended on {day}: nothing new enters, and what is held stays for internal use until its retention ends.</source>
        <translation>La convention {reference} a pris fin le {day} : rien de nouveau n'entre, et ce qui est détenu reste à usage interne jusqu'à la fin de sa conservation.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="51"/>
        <source>The agreement {reference} ends on {day}, in {n} days.</source>
        <translation>La convention {reference} prend fin le {day}, dans {n} jours.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="55"/>
        <source>The agreement {reference} begins on {day}: until then nothing enters.</source>
        <translation>La convention {reference} commence le {day} : d'ici là, rien n'entre.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/filter_words.py" line="55"/>
        <source>until {day}</source>
        <translation>jusqu'au {day}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="59"/>
        <source>without an end</source>
        <translation>sans échéance</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="60"/>
        <source>The agreement {reference} is in force, {until}.</source>
        <translation>La convention {reference} est en vigueur, {until}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/agreement_words.py" line="58"/>
        <source>not limited</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/agreement_words.py" line="87"/>
        <source>with any source</source>
        <translation>avec toute source</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/agreement_words.py" line="90"/>
        <source>with none</source>
        <translation>avec aucune</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="80"/>
        <source>with {partners}</source>
        <translation>avec {partners}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="86"/>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="87"/>
        <source>Signed on</source>
        <translation>Signée le</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="81"/>
        <source>Purposes</source>
        <translation>Finalités</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="89"/>
        <source>Fields</source>
        <translation>Champs</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="94"/>
        <source>Finest place stored</source>
        <translation>Lieu le plus fin conservé</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="95"/>
        <source>Finest place shown</source>
        <translation>Lieu le plus fin montré</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="81"/>
        <source>Recipients</source>
        <translation>Destinataires</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/before_after.py" line="173"/>
        <source>Together</source>
        <translation>Rapprochement</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="98"/>
        <source>Small counts</source>
        <translation>Petits nombres</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="99"/>
        <source>Kept for</source>
        <translation>Conservation</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="107"/>
        <source>outside the team, none below {n}</source>
        <translation>hors de l'équipe, aucun sous {n}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/agreement_words.py" line="71"/>
        <source>{n} months</source>
        <translation>{n} mois</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="126"/>
        <source>Year</source>
        <translation>Année</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="139"/>
        <source>additions</source>
        <translation>ajouts</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="140"/>
        <source>nothing to report</source>
        <translation>rien à signaler</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="142"/>
        <source>Delivered</source>
        <translation>Livré le</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="147"/>
        <source>{kind}, undone</source>
        <translation>{kind}, annulée</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partners.py" line="114"/>
        <source>No partner yet. Record an agreement, or import a partner&apos;s file.</source>
        <translation>Aucun partenaire. Enregistrez une convention, ou importez le fichier d'un partenaire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partners.py" line="127"/>
        <source>&amp;Change the agreement…</source>
        <translation>&amp;Modifier la convention…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partners.py" line="127"/>
        <source>&amp;Record one…</source>
        <translation>E&amp;nregistrer une convention…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="108"/>
        <source>&amp;Partners and agreements…</source>
        <translation>&amp;Partenaires et conventions…</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="179"/>
        <source>The agreement {reference} does not cover the category of {n} rows, which were refused.</source>
        <translation>La convention {reference} ne couvre pas la catégorie de {n} lignes, qui ont été refusées.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="28"/>
        <source>What the agreement says</source>
        <translation>Ce que dit la convention</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="30"/>
        <source>What is held</source>
        <translation>Ce qui est détenu</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="33"/>
        <source>Last deliveries</source>
        <translation>Dernières livraisons</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="122"/>
        <source>Nothing.</source>
        <translation>Rien.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_words.py" line="136"/>
        <source>None yet.</source>
        <translation>Aucune.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="222"/>
        <source>months</source>
        <translation>mois</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/agreement_form.py" line="225"/>
        <source>Outside the team, none below</source>
        <translation>Hors de l'équipe, aucun sous</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="101"/>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="103"/>
        <source>Cold steps</source>
        <translation>Pas froids</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="107"/>
        <source>Cold, whichever way</source>
        <translation>Froid, quelle qu'en soit la façon</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="119"/>
        <source>Emerging: often in recent steps, seldom before</source>
        <translation>Émergent : souvent dans les pas récents, rarement avant</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="126"/>
        <source>Former: in no recent step</source>
        <translation>Ancien : dans aucun pas récent</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="133"/>
        <source>Hot among the recent steps</source>
        <translation>Chauds parmi les pas récents</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="134"/>
        <source>Hot on and off: sporadic, oscillating</source>
        <translation>Chaud par moments : sporadique, oscillant</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="135"/>
        <source>Hot steps</source>
        <translation>Pas chauds</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="150"/>
        <source>Intermittent: now and then, recently too</source>
        <translation>Intermittent : de temps en temps, récemment aussi</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="151"/>
        <source>Kendall&apos;s tau of z</source>
        <translation>Tau de Kendall de z</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="153"/>
        <source>Lastingly hot: intensifying, persistent, diminishing</source>
        <translation>Durablement chaud : en intensification, persistant, en diminution</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="177"/>
        <source>Newly hot: new, consecutive</source>
        <translation>Chaud depuis peu : nouveau, consécutif</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="135"/>
        <source>No hot spot</source>
        <translation>Pas de point chaud</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="185"/>
        <source>No longer hot: historical</source>
        <translation>N'est plus chaud : historique</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="111"/>
        <source>No pattern</source>
        <translation>Aucun profil</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="194"/>
        <source>Persistent: at least 80 % of all steps</source>
        <translation>Persistant : au moins 80 % de tous les pas</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="197"/>
        <source>Recent: in recent steps only</source>
        <translation>Récent : dans des pas récents seulement</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="220"/>
        <source>p of the trend</source>
        <translation>p de la tendance</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="18"/>
        <source>New hot spot</source>
        <translation>Nouveau point chaud</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="18"/>
        <source>Hot in the last step, and in no step before.</source>
        <translation>Chaud au dernier pas, et à aucun pas avant.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="22"/>
        <source>Consecutive hot spot</source>
        <translation>Point chaud consécutif</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="22"/>
        <source>Hot in an uninterrupted run of at least two last steps, in no step before it, and in less than 90 % of all steps.</source>
        <translation>Chaud pendant au moins deux derniers pas de suite, à aucun pas avant eux, et à moins de 90 % de tous les pas.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="29"/>
        <source>Intensifying hot spot</source>
        <translation>Point chaud en intensification</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="29"/>
        <source>Hot in at least 90 % of the steps, the last included, and ever more so.</source>
        <translation>Chaud à au moins 90 % des pas, dont le dernier, et de plus en plus.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="33"/>
        <source>Persistent hot spot</source>
        <translation>Point chaud persistant</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="33"/>
        <source>Hot in at least 90 % of the steps, the last included, without a significant trend.</source>
        <translation>Chaud à au moins 90 % des pas, dont le dernier, sans tendance significative.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="39"/>
        <source>Diminishing hot spot</source>
        <translation>Point chaud en diminution</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="39"/>
        <source>Hot in at least 90 % of the steps, the last included, but ever less so.</source>
        <translation>Chaud à au moins 90 % des pas, dont le dernier, mais de moins en moins.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="43"/>
        <source>Sporadic hot spot</source>
        <translation>Point chaud sporadique</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="43"/>
        <source>Hot in the last step and now and then before, in less than 90 % of the steps, and never cold.</source>
        <translation>Chaud au dernier pas et par moments avant, à moins de 90 % des pas, et jamais froid.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="50"/>
        <source>Oscillating hot spot</source>
        <translation>Point chaud oscillant</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="50"/>
        <source>Hot in the last step and before, in less than 90 % of the steps, and cold in some step.</source>
        <translation>Chaud au dernier pas et avant, à moins de 90 % des pas, et froid à un moment.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="57"/>
        <source>Historical hot spot</source>
        <translation>Point chaud historique</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="57"/>
        <source>Hot in at least 90 % of the steps, but not in the last.</source>
        <translation>Chaud à au moins 90 % des pas, mais pas au dernier.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="63"/>
        <source>New cold spot</source>
        <translation>Nouveau point froid</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="63"/>
        <source>Cold in the last step, and in no step before.</source>
        <translation>Froid au dernier pas, et à aucun pas avant.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="67"/>
        <source>Consecutive cold spot</source>
        <translation>Point froid consécutif</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="67"/>
        <source>Cold in an uninterrupted run of at least two last steps, in no step before it, and in less than 90 % of all steps.</source>
        <translation>Froid pendant au moins deux derniers pas de suite, à aucun pas avant eux, et à moins de 90 % de tous les pas.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="74"/>
        <source>Intensifying cold spot</source>
        <translation>Point froid en intensification</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="74"/>
        <source>Cold in at least 90 % of the steps, the last included, and ever more so.</source>
        <translation>Froid à au moins 90 % des pas, dont le dernier, et de plus en plus.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="78"/>
        <source>Persistent cold spot</source>
        <translation>Point froid persistant</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="78"/>
        <source>Cold in at least 90 % of the steps, the last included, without a significant trend.</source>
        <translation>Froid à au moins 90 % des pas, dont le dernier, sans tendance significative.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="85"/>
        <source>Diminishing cold spot</source>
        <translation>Point froid en diminution</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="85"/>
        <source>Cold in at least 90 % of the steps, the last included, but ever less so.</source>
        <translation>Froid à au moins 90 % des pas, dont le dernier, mais de moins en moins.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="89"/>
        <source>Sporadic cold spot</source>
        <translation>Point froid sporadique</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="89"/>
        <source>Cold in the last step and now and then before, in less than 90 % of the steps, and never hot.</source>
        <translation>Froid au dernier pas et par moments avant, à moins de 90 % des pas, et jamais chaud.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="96"/>
        <source>Oscillating cold spot</source>
        <translation>Point froid oscillant</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="96"/>
        <source>Cold in the last step and before, in less than 90 % of the steps, and hot in some step.</source>
        <translation>Froid au dernier pas et avant, à moins de 90 % des pas, et chaud à un moment.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="103"/>
        <source>Historical cold spot</source>
        <translation>Point froid historique</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="103"/>
        <source>Cold in at least 90 % of the steps, but not in the last.</source>
        <translation>Froid à au moins 90 % des pas, mais pas au dernier.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="111"/>
        <source>None of the hot or cold patterns.</source>
        <translation>Aucun des profils chauds ou froids.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="118"/>
        <source>Persistent</source>
        <translation>Persistant</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="118"/>
        <source>Hot in at least 80 % of the steps, a recent one among them.</source>
        <translation>Chaud à au moins 80 % des pas, dont un récent.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="122"/>
        <source>Emerging</source>
        <translation>Émergent</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="122"/>
        <source>Hot in at least half of the recent steps, and in fewer than half of the older, but in some.</source>
        <translation>Chaud à au moins la moitié des pas récents, et à moins de la moitié des anciens, mais à quelques-uns.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="129"/>
        <source>Recent</source>
        <translation>Récent</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="129"/>
        <source>Hot in recent steps only.</source>
        <translation>Chaud à des pas récents seulement.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="130"/>
        <source>Intermittent</source>
        <translation>Intermittent</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="130"/>
        <source>Hot now and then, in older and in recent steps.</source>
        <translation>Chaud de temps en temps, à des pas anciens et récents.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="134"/>
        <source>Former</source>
        <translation>Ancien</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="134"/>
        <source>Hot in older steps, in no recent one.</source>
        <translation>Chaud à des pas anciens, à aucun récent.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="135"/>
        <source>Never hot.</source>
        <translation>Jamais chaud.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/class_words.py" line="151"/>
        <source>Not testable: less than half in the study area, or no neighbour.</source>
        <translation>Non testable : moins de la moitié dans le périmètre d'étude, ou sans voisine.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/cube.py" line="50"/>
        <source>in no whole time step</source>
        <translation>dans aucun pas de temps entier</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/cube.py" line="54"/>
        <source>A cell is hot or cold in a step at q ≤ {alpha}, corrected for the number of cells in that step.</source>
        <translation>Une cellule est chaude ou froide à un pas si q ≤ {alpha}, corrigé pour le nombre de cellules de ce pas.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/cube.py" line="93"/>
        <source>Significance level</source>
        <translation>Seuil de signification</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/emerging_hot_spots.py" line="32"/>
        <source>Emerging hot spots</source>
        <translation>Points chauds émergents</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/emerging_hot_spots.py" line="64"/>
        <source>Hot in {hot} steps, cold in {cold}; trend of z: tau {tau}, p {p}</source>
        <translation>Chaud à {hot} pas, froid à {cold} ; tendance de z : tau {tau}, p {p}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/emerging_hot_spots.py" line="78"/>
        <source>Cells by category: {counts}</source>
        <translation>Cellules par catégorie : {counts}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/emerging_hot_spots.py" line="86"/>
        <source>Only {n} time steps: from {advised} on a trend can be told from chance, and “90 % of the steps” means something.</source>
        <translation>Seulement {n} pas de temps : c'est à partir de {advised} qu'une tendance se distingue du hasard et que « 90 % des pas » veut dire quelque chose.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/emerging_hot_spots.py" line="93"/>
        <source>Fewer than {few} records a step on average: hardly any cell can be hot; choose longer steps or larger cells.</source>
        <translation>Moins de {few} enregistrements par pas en moyenne : presque aucune cellule ne peut être chaude ; choisissez des pas plus longs ou des cellules plus grandes.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/hotspot_classes.py" line="30"/>
        <source>Classes of hot spots</source>
        <translation>Classes de points chauds</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/hotspot_classes.py" line="58"/>
        <source>Recent: the last {recent} of {all} steps.</source>
        <translation>Récents : les {recent} derniers des {all} pas.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/hotspot_classes.py" line="61"/>
        <source>Cells by class: {counts}</source>
        <translation>Cellules par classe : {counts}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/hotspot_classes.py" line="71"/>
        <source>Hot in {hot} steps, {recent} of them recent</source>
        <translation>Chaud à {hot} pas, dont {recent} récents</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/agreement_words.py" line="19"/>
        <source>no agreement: internal use only</source>
        <translation>aucune convention : usage interne seulement</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/agreement_words.py" line="22"/>
        <source>{reference}, from {first} to {last}</source>
        <translation>{reference}, du {first} au {last}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/agreement_words.py" line="26"/>
        <source>{reference}, since {first}</source>
        <translation>{reference}, depuis le {first}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/agreement_words.py" line="28"/>
        <source>{reference}, until {last}</source>
        <translation>{reference}, jusqu'au {last}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/agreement_words.py" line="35"/>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/agreement_words.py" line="47"/>
        <source>stored: {stored}</source>
        <translation>conservé : {stored}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/agreement_words.py" line="48"/>
        <source>stored: {stored}; shown: {shown}</source>
        <translation>conservé : {stored} ; montré : {shown}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/agreement_words.py" line="62"/>
        <source>{category}: {months}</source>
        <translation>{category} : {months}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/agreement_words.py" line="72"/>
        <source>1 year</source>
        <translation>1 an</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/agreement_words.py" line="72"/>
        <source>{n} years</source>
        <translation>{n} ans</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="21"/>
        <source>Impact assessment: annex from the file</source>
        <translation>Analyse d'impact : annexe tirée du fichier</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="22"/>
        <source>Observatory of {town}. Figures read from the file, for whoever writes the assessment (AIPD). Internal: small counts are not withheld here.</source>
        <translation>Observatoire de {town}. Chiffres lus dans le fichier, pour qui rédige l'analyse (AIPD). Interne : les petits effectifs ne sont pas masqués ici.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="28"/>
        <source>What needs attention today</source>
        <translation>Ce qui demande attention aujourd'hui</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="29"/>
        <source>Nothing that the file can tell.</source>
        <translation>Rien que le fichier puisse dire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="81"/>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="31"/>
        <source>With a point</source>
        <translation>Avec un point</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="31"/>
        <source>Past their time</source>
        <translation>Échus</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="31"/>
        <source>Deleted so far</source>
        <translation>Déjà supprimés</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="51"/>
        <source>How finely places are stored</source>
        <translation>Avec quelle finesse les lieux sont conservés</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="62"/>
        <source>Sensitive categories: {n} records, {exact} with a point. Reports linked as one fact: {linked}. Earlier versions kept for undoing: {versions}.</source>
        <translation>Catégories sensibles : {n} enregistrements, dont {exact} avec un point. Signalements reliés à un même fait : {linked}. Versions antérieures gardées pour annuler : {versions}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="73"/>
        <source>Risks and what answers them</source>
        <translation>Les risques et ce qui y répond</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="74"/>
        <source>Risk</source>
        <translation>Risque</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="74"/>
        <source>Answer in the software</source>
        <translation>Réponse du logiciel</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="74"/>
        <source>What it leaves</source>
        <translation>Ce qu'elle laisse</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="81"/>
        <source>No agreement is recorded with: {names}.</source>
        <translation>Aucune convention n'est inscrite avec : {names}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="87"/>
        <source>The agreement has ended with: {names}.</source>
        <translation>La convention a pris fin avec : {names}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="95"/>
        <source>The agreement sets no time limit with: {names}.</source>
        <translation>La convention ne fixe aucune durée avec : {names}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="98"/>
        <source>{n} records are past their time limit and not yet purged.</source>
        <translation>{n} enregistrements ont dépassé leur durée et ne sont pas encore purgés.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="100"/>
        <source>{n} records of sensitive categories have a point: they were entered before the rule, or by hand.</source>
        <translation>{n} enregistrements de catégories sensibles ont un point : ils sont entrés avant la règle, ou à la main.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="108"/>
        <source>Somebody is recognised from a place and an hour</source>
        <translation>Quelqu'un est reconnu d'après un lieu et une heure</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="108"/>
        <source>Whoever knows the place can still recognise a case: the data are pseudonymous.</source>
        <translation>Qui connaît le lieu peut encore reconnaître un cas : les données sont pseudonymes.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="116"/>
        <source>The file is read by somebody who may not</source>
        <translation>Le fichier est lu par qui n'en a pas le droit</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="116"/>
        <source>Partners&apos; numbers under keys kept outside the file; nothing is sent.</source>
        <translation>Numéros des partenaires sous des clés gardées hors du fichier ; rien n'est envoyé.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="116"/>
        <source>No password and no encryption in the file: the folder&apos;s rights and the disk&apos;s.</source>
        <translation>Ni mot de passe ni chiffrement dans le fichier : ceux du dossier et du disque.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="121"/>
        <source>Records are used for something else</source>
        <translation>Les données servent à autre chose</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="121"/>
        <source>One gate asks purpose, recipient, precision and combination; refusals are noted; each print says who may have it.</source>
        <translation>Un seul contrôle demande finalité, destinataire, finesse et croisement ; les refus sont notés ; chaque page imprimée dit qui peut l'avoir.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="121"/>
        <source>Another program that opens the file is not asked.</source>
        <translation>Un autre programme qui ouvre le fichier n'est pas contrôlé.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="129"/>
        <source>Records are kept too long</source>
        <translation>Les données sont gardées trop longtemps</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="129"/>
        <source>Purge with a certificate, to the last byte, backups of the plugin included; what is past its time does not enter again.</source>
        <translation>Purge avec certificat, jusqu'au dernier octet, sauvegardes de l'extension comprises ; ce qui est échu n'entre plus.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="129"/>
        <source>A purge is asked for by a person; other copies are not reached.</source>
        <translation>Une purge est demandée par une personne ; les autres copies ne sont pas atteintes.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="137"/>
        <source>Records are lost or altered</source>
        <translation>Les données sont perdues ou altérées</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="137"/>
        <source>A write is whole or not at all; each delivery can be undone for 13 months; a journal says who did what.</source>
        <translation>Une écriture est entière ou n'a pas lieu ; chaque livraison peut être annulée, 13 mois au plus ; un journal dit qui a fait quoi.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="137"/>
        <source>Backups of the file and of the keys are the town&apos;s.</source>
        <translation>Les sauvegardes du fichier et des clés sont l'affaire de la ville.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="145"/>
        <source>A place is stigmatised by what is reported there</source>
        <translation>Un lieu est stigmatisé par ce qu'on y signale</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="145"/>
        <source>Sources are looked at one at a time; what a service&apos;s own activity reveals is off by default; coverage and uncertainty are said.</source>
        <translation>Les sources sont regardées une à une ; ce que révèle la seule activité d'un service est écarté par défaut ; couverture et incertitude sont dites.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="145"/>
        <source>A map shows what is reported, which is not what happens.</source>
        <translation>Une carte montre ce qui est signalé, non ce qui se passe.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="23"/>
        <source>Register of processing activities: draft entry</source>
        <translation>Registre des activités de traitement : projet de fiche</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="24"/>
        <source>Observatory of {town}. Filled in from the file itself, for the data protection officer to check and complete; dotted lines are for the town.</source>
        <translation>Observatoire de {town}. Rempli d'après le fichier lui-même, à vérifier et à compléter par la déléguée ou le délégué à la protection des données ; les pointillés sont pour la ville.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="30"/>
        <source>Controller</source>
        <translation>Responsable du traitement</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="30"/>
        <source>The municipality: {blank}</source>
        <translation>La commune : {blank}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="30"/>
        <source>Data protection officer</source>
        <translation>Délégué(e) à la protection des données</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="30"/>
        <source>Name of the processing</source>
        <translation>Nom du traitement</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="30"/>
        <source>Local observatory of public tranquillity (OLTP)</source>
        <translation>Observatoire local de la tranquillité publique (OLTP)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="30"/>
        <source>Legal basis</source>
        <translation>Base légale</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="30"/>
        <source>To be confirmed by the town: task in the public interest (RGPD, article 6(1)(e)); the mayor's part in the prevention of delinquency (Code de la sécurité intérieure, L. 132-1 and following). Where a source tells of offences, article 10 applies: {blank}</source>
        <translation>À confirmer par la ville : mission d'intérêt public (RGPD, article 6(1)(e)) ; rôle du maire dans la prévention de la délinquance (Code de la sécurité intérieure, L. 132-1 et suivants). Si une source relate des infractions, l'article 10 s'applique : {blank}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="30"/>
        <source>Persons concerned</source>
        <translation>Personnes concernées</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="30"/>
        <source>Categories of data</source>
        <translation>Catégories de données</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="30"/>
        <source>Of an incident: category, time, place (point, address or district), kind of place, severity, how it became known, status. The partner&apos;s own number only as a code under a key that is kept apart. No name, age, sex, nationality, plate, telephone number, picture or free text. Of the staff: the login and what it did, in a journal.</source>
        <translation>D'un incident : catégorie, moment, lieu (point, adresse ou quartier), type de lieu, gravité, façon dont il a été connu, état. Le numéro propre au partenaire, seulement sous forme d'un code sous une clé gardée à part. Ni nom, âge, sexe, nationalité, plaque, téléphone, image ou texte libre. Du personnel : l'identifiant de session et ce qu'il a fait, dans un journal.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="30"/>
        <source>Sensitive categories</source>
        <translation>Catégories sensibles</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="30"/>
        <source>Transfers outside the European Union</source>
        <translation>Transferts hors de l'Union européenne</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="30"/>
        <source>None by the software, which neither sends nor fetches anything by itself.</source>
        <translation>Aucun par le logiciel, qui n'envoie et ne cherche rien de lui-même.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="30"/>
        <source>Security</source>
        <translation>Sécurité</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="80"/>
        <source>Sources, recipients and time limits</source>
        <translation>Sources, destinataires et durées</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="81"/>
        <source>May be combined</source>
        <translation>Croisement permis</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="103"/>
        <source>Earlier versions of records, with which a delivery can be undone, are kept until the next purge and 13 months at most; lines of the journal, 12 months; monthly counts without any record&apos;s day or place remain.</source>
        <translation>Les versions antérieures des enregistrements, qui permettent d'annuler une livraison, sont gardées jusqu'à la purge suivante et 13 mois au plus ; les lignes du journal, 12 mois ; des comptes mensuels, sans le jour ni le lieu d'aucun enregistrement, demeurent.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="115"/>
        <source>To know, map and follow the incidents that partners report in the public space, for the local council of security and prevention (CLSPD) and its groups, and to evaluate what is done.</source>
        <translation>Connaître, cartographier et suivre les incidents que les partenaires signalent dans l'espace public, pour le conseil local de sécurité et de prévention de la délinquance (CLSPD) et ses groupes, et évaluer ce qui est fait.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="126"/>
        <source>Violence within the family and sexual violence among others: {n} records, stored by district only; {exact} of them have a point.</source>
        <translation>Violences intrafamiliales et sexuelles, entre autres : {n} enregistrements, conservés par quartier seulement ; {exact} d'entre eux ont un point.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="166"/>
        <source>the town</source>
        <translation>la ville</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="36"/>
        <source>Made from the observatory itself on {date} with OLTP {version}</source>
        <translation>Fait d'après l'observatoire lui-même le {date} avec OLTP {version}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="366"/>
        <source>fewer than {n}</source>
        <translation>moins de {n}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="49"/>
        <source>Public tranquillity observatory of {town}</source>
        <translation>Observatoire de la tranquillité publique : {town}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="50"/>
        <source>What is stored here, where it comes from, what it serves, how long it is kept, and who has seen it. This page is written by the software from the file itself.</source>
        <translation>Ce qui est conservé ici, d'où cela vient, à quoi cela sert, combien de temps, et qui l'a vu. Cette page est écrite par le logiciel d'après le fichier lui-même.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="56"/>
        <source>What is stored</source>
        <translation>Ce qui est conservé</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="58"/>
        <source>There is no field for a name, an age, a sex, a nationality, a number plate or a telephone number, no picture and no video. The data are not anonymous all the same: a place and an hour can point to somebody. That is why their use is limited.</source>
        <translation>Il n'y a de champ ni pour un nom, un âge, un sexe, une nationalité, une plaque ou un téléphone, ni image, ni vidéo. Les données ne sont pas anonymes pour autant : un lieu et une heure peuvent désigner quelqu'un. C'est pourquoi leur usage est limité.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="65"/>
        <source>Where it comes from, how long it is kept, who may see it</source>
        <translation>D'où cela vient, combien de temps c'est gardé, qui peut le voir</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="67"/>
        <source>How precise it is</source>
        <translation>Avec quelle précision</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="69"/>
        <source>What it serves</source>
        <translation>À quoi cela sert</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="71"/>
        <source>What is refused</source>
        <translation>Ce qui est refusé</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="73"/>
        <source>Who has seen it</source>
        <translation>Qui l'a vu</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="75"/>
        <source>What has been deleted</source>
        <translation>Ce qui a été supprimé</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="77"/>
        <source>Your questions and your rights</source>
        <translation>Vos questions et vos droits</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="78"/>
        <source>Write to the data protection officer at the town hall, who keeps the register entry and the impact assessment. You may also turn to the CNIL (www.cnil.fr).</source>
        <translation>Écrivez à la déléguée ou au délégué à la protection des données, à la mairie, qui tient la fiche du registre et l'analyse d'impact. Vous pouvez aussi vous adresser à la CNIL (www.cnil.fr).</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="102"/>
        <source>Reports of incidents: none so far.</source>
        <translation>Aucun signalement d'incident pour l'instant.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="104"/>
        <source>{n} reports of incidents ({period}), sent by the institutions below. A report is a line that says what happened, when, and where: places, never persons.</source>
        <translation>{n} signalements d'incidents ({period}), transmis par les institutions ci-dessous. Un signalement est une ligne qui dit ce qui s'est passé, quand et où : des lieux, jamais des personnes.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="111"/>
        <source>Source and agreement</source>
        <translation>Source et convention</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="111"/>
        <source>What they are about</source>
        <translation>De quoi ils parlent</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="111"/>
        <source>May be seen by</source>
        <translation>Visible par</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="139"/>
        <source>{n} others</source>
        <translation>{n} autres</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="180"/>
        <source>Following persons: no field holds anybody, and no file about persons is joined to it.</source>
        <translation>Suivre des personnes : aucun champ n'en désigne, et aucun fichier de personnes n'y est joint.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="181"/>
        <source>Forecasting who will do what, or where: maps show what was reported, and nothing else.</source>
        <translation>Prédire qui fera quoi, ou en quel lieu : les cartes montrent ce qui a été signalé, et rien d'autre.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="184"/>
        <source>Using a source against its agreement: the software refuses, and notes the refusal.</source>
        <translation>Employer une source contre sa convention : le logiciel refuse, et note le refus.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="185"/>
        <source>Sending it over the Internet: the software neither sends nor fetches anything by itself.</source>
        <translation>L'envoyer par Internet : le logiciel n'envoie et ne cherche rien de lui-même.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="201"/>
        <source>Printed or exported in the last twelve months, as the observatory&apos;s journal counts: {internal} times for its own team, {restricted} times for the restricted network of partners, {public} times for the public. Refused because of an agreement: {refusals} times. Inside the town, whoever may open the file&apos;s folder can read it; the folder&apos;s rights protect it.</source>
        <translation>Imprimé ou exporté ces douze derniers mois, selon le journal de l'observatoire : {internal} fois pour sa propre équipe, {restricted} fois pour le réseau restreint des partenaires, {public} fois pour le public. Refusé à cause d'une convention : {refusals} fois. Dans la ville, qui a le droit d'ouvrir le dossier du fichier peut le lire ; ce sont les droits du dossier qui le protègent.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="212"/>
        <source>No report has been deleted for its age so far.</source>
        <translation>Aucun signalement n'a encore été supprimé en raison de son âge.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="214"/>
        <source>{n} reports at the end of their time, last on {date}, with every trace of them in the file; monthly counts remain.</source>
        <translation>{n} signalements arrivés à leur terme, la dernière fois le {date}, avec toute trace d'eux dans le fichier ; des comptes mensuels demeurent.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="223"/>
        <source>{n} reports are past their time and wait to be deleted.</source>
        <translation>{n} signalements ont dépassé leur durée et attendent d'être supprimés.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/transparency_sheet.py" line="25"/>
        <source>Transparency sheet</source>
        <translation>Fiche de transparence</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/transparency_sheet.py" line="29"/>
        <source>Sheet</source>
        <translation>Fiche</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/transparency_sheet.py" line="32"/>
        <source>Register entry</source>
        <translation>Fiche du registre</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/transparency_sheet.py" line="33"/>
        <source>Annex to the impact assessment</source>
        <translation>Annexe à l'analyse d'impact</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/transparency_sheet.py" line="55"/>
        <source>There are so many sources that the sheet has {n} pages.</source>
        <translation>Il y a tant de sources que la fiche a {n} pages.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/transparency_sheet.py" line="59"/>
        <source>Written: {name}</source>
        <translation>Écrit : {name}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="327"/>
        <source>This print could not be entered in the journal of {name}.</source>
        <translation>Cette impression n'a pas pu être inscrite au journal de {name}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/impact_annex.py" line="108"/>
        <source>No field for persons; sensitive categories by district; dwellings without number; precision and small counts limited by agreement.</source>
        <translation>Aucun champ pour les personnes ; catégories sensibles par quartier ; logements sans numéro ; finesse et petits effectifs limités par convention.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="30"/>
        <source>Rights of the folder and encryption of the disk, which the town sets: {blank}. In the software: fields, categories and precision limited before writing; numbers under a key outside the file; personal data in texts masked; one gate that asks the agreements at import, view, analysis, print and export; small counts withheld where an agreement says so; a journal of imports, prints, exports and refusals.</source>
        <translation>Droits du dossier et chiffrement du disque, fixés par la ville : {blank}. Dans le logiciel : champs, catégories et finesse limités avant l'écriture ; numéros sous une clé hors du fichier ; données personnelles masquées dans les textes ; un seul contrôle qui interroge les conventions à l'import, à l'affichage, à l'analyse, à l'impression et à l'export ; petits effectifs masqués là où une convention le dit ; un journal des imports, impressions, exports et refus.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="146"/>
        <source>{share} % of the reports have the point of an address; the others have a street, a stop, a 100 m square, a district or no place. For dwellings, neither number nor exact point is stored unless the agreement says so. Violence within the family and other sensitive categories are stored by district only, without a point. Outside the observatory&apos;s team, counts below an agreement&apos;s threshold are not shown.</source>
        <translation>{share} % des signalements ont le point d'une adresse ; les autres ont une rue, un arrêt, un carré de 100 m, un quartier ou aucun lieu. Pour un logement, ni numéro ni point exact ne sont conservés, sauf si la convention en dispose autrement. Les violences intrafamiliales et les autres catégories sensibles sont conservées par quartier seulement, sans point. Hors de l'équipe de l'observatoire, les effectifs inférieurs au seuil d'une convention ne sont pas montrés.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="154"/>
        <source>Some reports of sensitive categories still have a point, and have to be corrected.</source>
        <translation>Des signalements de catégories sensibles ont encore un point, à corriger.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/register_entry.py" line="30"/>
        <source>Nobody is named. Indirectly, whoever lives at, uses or reported from a place: residents, victims, witnesses, passers-by, agents of the partners.</source>
        <translation>Personne n'est nommé. Indirectement, qui habite un lieu, le fréquente ou en a signalé un fait : habitants, victimes, témoins, passants, agents des partenaires.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="167"/>
        <source>The agreements name: {list}.</source>
        <translation>Les conventions nomment : {list}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="161"/>
        <source>To know where and when the public space is disturbed, to talk about it with the partners of the prevention council (CLSPD), and to see whether what was done helped.</source>
        <translation>À savoir où et quand l'espace public est troublé, à en parler avec les partenaires du conseil de prévention (CLSPD), et à voir si ce qui a été fait a servi.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="168"/>
        <source>Methods: {methods}. Each has a public description of what it computes and of its limits.</source>
        <translation>Méthodes : {methods}. Chacune a une description publique de ce qu'elle calcule et de ses limites.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="95"/>
        <source>Area of the ellipse (m²)</source>
        <translation>Surface de l'ellipse (m²)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="108"/>
        <source>Counted</source>
        <translation>Comptés</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="114"/>
        <source>Direction of the long axis (degrees from north)</source>
        <translation>Direction du grand axe (degrés depuis le nord)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="117"/>
        <source>Distance expected by chance (m)</source>
        <translation>Distance attendue par hasard (m)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="130"/>
        <source>Half of the long axis (m)</source>
        <translation>Demi-grand axe (m)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="131"/>
        <source>Half of the short axis (m)</source>
        <translation>Demi-petit axe (m)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/spatial_summary.py" line="42"/>
        <source>Mean centre</source>
        <translation>Centre moyen</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="163"/>
        <source>Mean centre and standard deviational ellipse</source>
        <translation>Centre moyen et ellipse de dispersion</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="166"/>
        <source>Mean centre, x (m)</source>
        <translation>Centre moyen, x (m)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="167"/>
        <source>Mean centre, y (m)</source>
        <translation>Centre moyen, y (m)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="168"/>
        <source>Mean distance to the nearest (m)</source>
        <translation>Distance moyenne au plus proche (m)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="174"/>
        <source>Nearest-neighbour index</source>
        <translation>Indice du plus proche voisin</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="208"/>
        <source>Study area (km²)</source>
        <translation>Périmètre d'étude (km²)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="221"/>
        <source>p, with allowance for the edge</source>
        <translation>p, avec correction de bord</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="225"/>
        <source>z, with allowance for the edge</source>
        <translation>z, avec correction de bord</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/spatial_summary.py" line="37"/>
        <source>Spatial summary</source>
        <translation>Résumé spatial</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/spatial_summary.py" line="42"/>
        <source>Mean centre and ellipse</source>
        <translation>Centre moyen et ellipse</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/spatial_summary.py" line="42"/>
        <source>Nearest neighbours</source>
        <translation>Plus proches voisins</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/spatial_summary.py" line="95"/>
        <source>Ellipse: half axes of {major} m and {minor} m (CrimeStat's convention: √2 standard deviations, divisor n − 2), the long one at {rotation}° from north.</source>
        <translation>Ellipse : demi-axes de {major} m et {minor} m (convention de CrimeStat : √2 écarts types, diviseur n − 2), le grand à {rotation}° du nord.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/spatial_summary.py" line="95"/>
        <source>All records stand at one and the same point: there is no ellipse.</source>
        <translation>Tous les enregistrements sont en un seul et même point : il n'y a pas d'ellipse.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/spatial_summary.py" line="107"/>
        <source>{n} of {all} records stand exactly where another one does: they drive the index towards 0. The line of the different places is without them.</source>
        <translation>{n} des {all} enregistrements sont exactement là où un autre se trouve : ils poussent l'indice vers 0. La ligne des lieux différents est sans eux.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/spatial_summary.py" line="114"/>
        <source>Without a study area there is no nearest-neighbour index: its value depends on that area.</source>
        <translation>Sans périmètre d'étude, il n'y a pas d'indice du plus proche voisin : sa valeur dépend de ce périmètre.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/spatial_summary.py" line="126"/>
        <source>All records</source>
        <translation>Tous les enregistrements</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_reference/dialog.py" line="237"/>
        <source>Choose a file first.</source>
        <translation>Choisissez d'abord un fichier.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_reference/dialog.py" line="241"/>
        <source>This file gives no points: choose another, or its x and y columns.</source>
        <translation>Ce fichier ne donne pas de points : choisissez-en un autre, ou ses colonnes x et y.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_reference/dialog.py" line="242"/>
        <source>This file gives no areas: choose a layer of polygons.</source>
        <translation>Ce fichier ne donne pas de secteurs : choisissez une couche de polygones.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_reference/dialog.py" line="246"/>
        <source>Choose: {field}.</source>
        <translation>À choisir : {field}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_reference/dialog.py" line="289"/>
        <source>{kind}: {n} imported.</source>
        <translation>{kind} : {n} importés.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_reference/dialog.py" line="309"/>
        <source>The file&apos;s coordinates are not in the system that it names: please check.</source>
        <translation>Les coordonnées du fichier ne sont pas dans le système qu'il annonce : à vérifier.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_reference/kinds.py" line="140"/>
        <source>public statistics</source>
        <translation>statistiques publiques</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_reference/kinds.py" line="140"/>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_reference/kinds.py" line="140"/>
        <source>What is published (diff, ndiff)</source>
        <translation>Ce qui est diffusé (diff, ndiff)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_reference/kinds.py" line="140"/>
        <source>Or its name</source>
        <translation>Ou son nom</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_reference/kinds.py" line="140"/>
        <source>Or what it counts</source>
        <translation>Ou ce qu'il compte</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="95"/>
        <source>Import places, &amp;territories, addresses…</source>
        <translation>Importer lieux, &amp;territoires, adresses…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="256"/>
        <source>The coordinates of “{layer}” cannot be in {crs}: choose another coordinate system.</source>
        <translation>Les coordonnées de « {layer} » ne peuvent pas être en {crs} : choisissez un autre système de coordonnées.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_territories.py" line="131"/>
        <source>Coordinate system, where the layer&apos;s is wrong</source>
        <translation>Système de coordonnées, si celui de la couche est faux</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_territories.py" line="132"/>
        <source>Left out: the layer&apos;s own</source>
        <translation>Sans rien : celui de la couche</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="224"/>
        <source>Of single places: {factor} times.</source>
        <translation>Celle des lieux pris un à un : {factor} fois.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/clock.py" line="197"/>
        <source>Click to choose the whole line.</source>
        <translation>Cliquez pour choisir toute la ligne.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/clock.py" line="199"/>
        <source>{day} {hour}: {n} records</source>
        <translation>{day} {hour} : {n} enregistrements</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/exports.py" line="32"/>
        <source>Copy the &amp;sentence</source>
        <translation>Copier la &amp;phrase</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/exports.py" line="33"/>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/exports.py" line="34"/>
        <source>&amp;Export</source>
        <translation>&amp;Exporter</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/filters_menu.py" line="153"/>
        <source>{name} cannot be written ({reason}).</source>
        <translation>{name} ne peut pas être écrit ({reason}).</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/exports.py" line="124"/>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/exports.py" line="126"/>
        <source>Picture (*.png)</source>
        <translation>Image (*.png)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/exports.py" line="126"/>
        <source>Drawing (*.svg *.pdf)</source>
        <translation>Dessin (*.svg *.pdf)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/exports.py" line="146"/>
        <source>By month</source>
        <translation>Par mois</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/figure_words.py" line="17"/>
        <source>1 record</source>
        <translation>1 enregistrement</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/measure_words.py" line="86"/>
        <source>a clear rise</source>
        <translation>hausse nette</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/measure_words.py" line="88"/>
        <source>a clear fall</source>
        <translation>baisse nette</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/figure_words.py" line="87"/>
        <source>Provisional: records of after {day} still come in, so no change is given.</source>
        <translation>Provisoire : des enregistrements d'après le {day} arrivent encore, donc aucune évolution n'est donnée.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/figure_words.py" line="95"/>
        <source>Nothing to compare with: {partner} only tells of {day} and later.</source>
        <translation>Rien à comparer : {partner} ne renseigne qu'à partir du {day}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/figure_words.py" line="104"/>
        <source>{sign}{value} %</source>
        <translation>{sign}{value} %</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/filters_menu.py" line="76"/>
        <source>&amp;Save this filter…</source>
        <translation>&amp;Enregistrer ce filtre…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/filters_menu.py" line="83"/>
        <source>&amp;Open from a file…</source>
        <translation>&amp;Ouvrir depuis un fichier…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/filters_menu.py" line="84"/>
        <source>Save to a &amp;file…</source>
        <translation>Enregistrer dans un &amp;fichier…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/filters_menu.py" line="89"/>
        <source>Save this filter</source>
        <translation>Enregistrer ce filtre</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/filters_menu.py" line="121"/>
        <source>Open a filter</source>
        <translation>Ouvrir un filtre</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/filters_menu.py" line="128"/>
        <source>Filters (*.json)</source>
        <translation>Filtres (*.json)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/filters_menu.py" line="128"/>
        <source>Save the filter</source>
        <translation>Enregistrer le filtre</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/filters_menu.py" line="144"/>
        <source>{name} cannot be read ({reason}).</source>
        <translation>{name} ne peut pas être lu ({reason}).</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/manager.py" line="188"/>
        <source>“{layer}” is being edited and gets this filter when you stop editing.</source>
        <translation>« {layer} » est en cours d'édition et recevra ce filtre à la fin de l'édition.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="90"/>
        <source>Records by month</source>
        <translation>Enregistrements par mois</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/more_section.py" line="19"/>
        <source>Not said</source>
        <translation>Non précisée</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/more_section.py" line="29"/>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/more_section.py" line="33"/>
        <source>Reports</source>
        <translation>Signalements</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/more_section.py" line="34"/>
        <source>Facts, each once</source>
        <translation>Faits, une fois chacun</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/period_section.py" line="29"/>
        <source>of the facts</source>
        <translation>des faits</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/period_section.py" line="29"/>
        <source>recorded</source>
        <translation>d'enregistrement</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/period_section.py" line="140"/>
        <source>Any time</source>
        <translation>Toute la durée</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/period_section.py" line="141"/>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/period_section.py" line="142"/>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/period_section.py" line="143"/>
        <source>Last 90 days</source>
        <translation>90 derniers jours</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/period_section.py" line="144"/>
        <source>This month</source>
        <translation>Ce mois</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/period_section.py" line="145"/>
        <source>This quarter</source>
        <translation>Ce trimestre</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/period_section.py" line="146"/>
        <source>Since 1 January</source>
        <translation>Depuis le 1er janvier</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/period_section.py" line="147"/>
        <source>Last 12 months</source>
        <translation>12 derniers mois</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/period_section.py" line="148"/>
        <source>School year</source>
        <translation>Année scolaire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/period_section.py" line="157"/>
        <source>Days of your choice</source>
        <translation>Jours de votre choix</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/period_section.py" line="155"/>
        <source>Same days last year</source>
        <translation>Mêmes jours de l'an dernier</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/period_section.py" line="156"/>
        <source>Same days, last three years</source>
        <translation>Mêmes jours, trois dernières années</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/period_section.py" line="158"/>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/run_menu.py" line="79"/>
        <source>&amp;Where?</source>
        <translation>&amp;Où ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/run_menu.py" line="80"/>
        <source>W&amp;hen?</source>
        <translation>&amp;Quand ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/run_menu.py" line="81"/>
        <source>Does it &amp;repeat?</source>
        <translation>Est-ce que ça se &amp;répète ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/run_menu.py" line="82"/>
        <source>&amp;Around what?</source>
        <translation>&amp;Autour de quoi ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/run_menu.py" line="83"/>
        <source>Did it &amp;change?</source>
        <translation>Est-ce que ça a &amp;changé ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/run_menu.py" line="84"/>
        <source>Did it w&amp;ork?</source>
        <translation>Est-ce que ça a &amp;marché ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/sections.py" line="50"/>
        <source>Paint the hours to choose.</source>
        <translation>Peignez les heures à choisir.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/sections.py" line="171"/>
        <source>All hours</source>
        <translation>Toutes les heures</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/sections.py" line="172"/>
        <source>Morning, 6:00 to 12:00</source>
        <translation>Matin, de 6 h à 12 h</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/sections.py" line="173"/>
        <source>Afternoon, 12:00 to 18:00</source>
        <translation>Après-midi, de 12 h à 18 h</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/sections.py" line="174"/>
        <source>Evening, 18:00 to midnight</source>
        <translation>Soirée, de 18 h à minuit</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/sections.py" line="175"/>
        <source>Night, 22:00 to 6:00</source>
        <translation>Nuit, de 22 h à 6 h</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/sections.py" line="176"/>
        <source>Weekend, from Friday 18:00 to Monday 6:00</source>
        <translation>Week-end, du vendredi 18 h au lundi 6 h</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/filter_words.py" line="26"/>
        <source>{n} categories</source>
        <translation>{n} catégories</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/filter_words.py" line="27"/>
        <source>All categories</source>
        <translation>Toutes catégories</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/filter_words.py" line="28"/>
        <source>{n} partners</source>
        <translation>{n} partenaires</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/filter_words.py" line="31"/>
        <source>{n} territories</source>
        <translation>{n} territoires</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/filter_words.py" line="38"/>
        <source>each fact once</source>
        <translation>chaque fait une fois</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/filter_words.py" line="48"/>
        <source>date of the facts</source>
        <translation>date des faits</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/filter_words.py" line="48"/>
        <source>date recorded</source>
        <translation>date d'enregistrement</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/filter_words.py" line="57"/>
        <source>since {day}</source>
        <translation>depuis le {day}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/filter_words.py" line="65"/>
        <source>Q{number} {year}</source>
        <translation>T{number} {year}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/filter_words.py" line="93"/>
        <source>{n} hours of the week</source>
        <translation>{n} heures de la semaine</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/filter_words.py" line="99"/>
        <source>{hour}:00</source>
        <translation>{hour} h</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/filter_words.py" line="114"/>
        <source>all day</source>
        <translation>toute la journée</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/figures.py" line="49"/>
        <source>not said</source>
        <translation>non précisée</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/filter_words.py" line="139"/>
        <source>severity {values}</source>
        <translation>gravité {values}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/figure_words.py" line="38"/>
        <source>below the usual range ({low}–{high})</source>
        <translation>sous la fourchette habituelle ({low}–{high})</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/figure_words.py" line="39"/>
        <source>within the usual range ({low}–{high})</source>
        <translation>dans la fourchette habituelle ({low}–{high})</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/figure_words.py" line="40"/>
        <source>above the usual range ({low}–{high})</source>
        <translation>au-dessus de la fourchette habituelle ({low}–{high})</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/figure_words.py" line="58"/>
        <source>on the same days last year</source>
        <translation>les mêmes jours de l'an dernier</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/figure_words.py" line="59"/>
        <source>on the same days, on average over three years</source>
        <translation>les mêmes jours, en moyenne sur trois ans</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/figure_words.py" line="60"/>
        <source>in the period chosen</source>
        <translation>dans la période choisie</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/figure_words.py" line="64"/>
        <source>{before} {than}: too few for a percentage, {verdict}.</source>
        <translation>{before} {than} : trop peu pour un pourcentage, {verdict}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/figure_words.py" line="67"/>
        <source>{percent} ({before} {than}), between {low} and {high}: {verdict}.</source>
        <translation>{percent} ({before} {than}), entre {low} et {high} : {verdict}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/local_moran.py" line="24"/>
        <source>Clusters and outliers (local Moran)</source>
        <translation>Regroupements et exceptions (Moran local)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/local_moran.py" line="27"/>
        <source>Significance level of the classes</source>
        <translation>Seuil de signification des classes</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/local_moran.py" line="76"/>
        <source>Moran&apos;s I over the map: {i} (by chance {expected}, z {z})</source>
        <translation>I de Moran sur toute la carte : {i} (par hasard {expected}, z {z})</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/local_moran.py" line="87"/>
        <source>At {alpha}: many among many {hh}, few among few {ll}, many among few {hl}, few among many {lh}, no clear pattern {none}.</source>
        <translation>À {alpha} : beaucoup parmi beaucoup {hh}, peu parmi peu {ll}, beaucoup parmi peu {hl}, peu parmi beaucoup {lh}, rien de net {none}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="220"/>
        <source>The reference has no point, or weighs nothing, where the map is to be: choose another layer or weight field, or a larger study area.</source>
        <translation>La référence n'a aucun point, ou ne pèse rien, là où la carte doit être : choisir une autre couche, un autre champ de poids ou un périmètre d'étude plus grand.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="45"/>
        <source>Dual kernel density</source>
        <translation>Double densité de noyau</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="44"/>
        <source>Ratio, as log2</source>
        <translation>Rapport, en log2</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="44"/>
        <source>Ratio</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="44"/>
        <source>Difference, in incidents per km²</source>
        <translation>Différence, en incidents par km²</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="45"/>
        <source>Reference (residents, dwellings, boardings, another period)</source>
        <translation>Référence (habitants, logements, montées, autre période)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="45"/>
        <source>Weight field of the reference</source>
        <translation>Champ de poids de la référence</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="45"/>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="98"/>
        <source>Without a study area the map covers the extent of the records: choose the commune as the study area.</source>
        <translation>Sans périmètre d'étude, la carte couvre l'étendue des enregistrements : choisir la commune comme périmètre d'étude.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="143"/>
        <source>Reference “{name}”: {n} points used.</source>
        <translation>Référence « {name} » : {n} points utilisés.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="149"/>
        <source>No value where the reference is below 5 % of its maximum: {share} % of the study area.</source>
        <translation>Pas de valeur là où la référence est sous 5 % de son maximum : {share} % du périmètre d'étude.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="156"/>
        <source>The reference is made of reports too: the map then shows where one kind is reported more than the other, not a risk.</source>
        <translation>La référence est elle aussi faite de signalements : la carte montre alors où l'un est plus signalé que l'autre, pas un risque.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="179"/>
        <source>log2 of the ratio to the average</source>
        <translation>log2 du rapport à la moyenne</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="180"/>
        <source>Ratio to the average</source>
        <translation>Rapport à la moyenne</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="181"/>
        <source>Incidents per km² above what the reference leads to expect</source>
        <translation>Incidents par km² au-delà de ce que la référence laisse attendre</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="187"/>
        <source>0 is the average of the study area, 1 twice as many, −1 half as many.</source>
        <translation>0 est la moyenne du périmètre d'étude, 1 deux fois plus, −1 deux fois moins.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="188"/>
        <source>1 is the average of the study area: as many incidents as the reference explains.</source>
        <translation>1 est la moyenne du périmètre d'étude : autant d'incidents que la référence en explique.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="189"/>
        <source>Unit: incidents per km² more (or less) than the reference leads to expect.</source>
        <translation>Unité : incidents par km² en plus (ou en moins) de ce que la référence laisse attendre.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="213"/>
        <source>Less than a quarter of the average</source>
        <translation>Moins du quart de la moyenne</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="214"/>
        <source>A quarter to half of the average</source>
        <translation>Du quart à la moitié de la moyenne</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="218"/>
        <source>Two to four times the average</source>
        <translation>Deux à quatre fois la moyenne</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="219"/>
        <source>More than four times the average</source>
        <translation>Plus de quatre fois la moyenne</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="229"/>
        <source>{low} to {high} fewer per km²</source>
        <translation>{low} à {high} de moins par km²</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="229"/>
        <source>{low} to {high} more per km²</source>
        <translation>{low} à {high} de plus par km²</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="231"/>
        <source>More than {n} fewer per km²</source>
        <translation>Plus de {n} de moins par km²</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="234"/>
        <source>As many as expected (± {n} per km²)</source>
        <translation>Autant que prévu (± {n} par km²)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/dual_kernel_density.py" line="237"/>
        <source>More than {n} more per km²</source>
        <translation>Plus de {n} de plus par km²</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/purge.py" line="55"/>
        <source>Purge</source>
        <translation>Purger</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/purge.py" line="67"/>
        <source>Looking for records past their retention…</source>
        <translation>Recherche des enregistrements échus…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/purge.py" line="87"/>
        <source>Stopped: nothing was deleted.</source>
        <translation>Arrêté : rien n'a été supprimé.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/purge.py" line="129"/>
        <source>{n} records are past the time for which their agreements let them be kept. A purge deletes them for good; monthly counts of them stay.</source>
        <translation>{n} enregistrements ont dépassé la durée pour laquelle leurs conventions permettent de les conserver. Une purge les supprime définitivement ; il en reste des comptes mensuels.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/purge.py" line="150"/>
        <source>&amp;Yes, delete {n} records for good</source>
        <translation>&amp;Oui, supprimer définitivement {n} enregistrements</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/purge.py" line="150"/>
        <source>&amp;Yes, delete what is listed and write the file anew</source>
        <translation>&amp;Oui, supprimer ce qui est listé et réécrire le fichier</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/purge.py" line="186"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/purge.py" line="194"/>
        <source>&amp;Open the certificate</source>
        <translation>&amp;Ouvrir le certificat</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/purge.py" line="215"/>
        <source>The records could not be looked through.</source>
        <translation>Les enregistrements n'ont pas pu être parcourus.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="108"/>
        <source>Purge &amp;expired records…</source>
        <translation>Purger les enregistrements &amp;échus…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_windows.py" line="78"/>
        <source>{n} records are past the time for which they may be kept.</source>
        <translation>{n} enregistrements ont dépassé la durée de conservation.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_windows.py" line="80"/>
        <source>Purge…</source>
        <translation>Purger…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/purge.py" line="117"/>
        <source>purge_{observatory}_{day}</source>
        <translation>purge_{observatory}_{day}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/purge_words.py" line="56"/>
        <source>{months} months ({reference})</source>
        <translation>{months} mois ({reference})</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="113"/>
        <source>Transparency s&amp;heet…</source>
        <translation>Fic&amp;he de transparence…</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/spatial_summary.py" line="131"/>
        <source>{what}: index {nni}, no different from chance (p {p}).</source>
        <translation>{what} : indice {nni}, comme par hasard (p {p}).</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/spatial_summary.py" line="133"/>
        <source>{what}: index {nni}, closer together than by chance (p {p}).</source>
        <translation>{what} : indice {nni}, plus serrés que par hasard (p {p}).</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/spatial_summary.py" line="135"/>
        <source>{what}: index {nni}, farther apart than by chance (p {p}).</source>
        <translation>{what} : indice {nni}, plus espacés que par hasard (p {p}).</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/coverage/matrix.py" line="45"/>
        <source>in the last month with records</source>
        <translation>dans le dernier mois qui a des enregistrements</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/coverage/matrix.py" line="133"/>
        <source>Located</source>
        <translation>Localisés</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/coverage/matrix.py" line="133"/>
        <source>Delay</source>
        <translation>Délai (j)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/dialog.py" line="203"/>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/views/territories.py" line="81"/>
        <source>Change</source>
        <translation>Évolution</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/views/territories.py" line="82"/>
        <source>Change in %</source>
        <translation>Évolution en %</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/views/territories.py" line="83"/>
        <source>q, corrected p</source>
        <translation>q, p corrigé</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/over_time.py" line="61"/>
        <source>Unit of the time step</source>
        <translation>Unité du pas de temps</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="229"/>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="334"/>
        <source>{cells} cells in {steps} time steps are more than can be held at once: choose larger cells or longer steps, or look for a wrong year among the dates.</source>
        <translation>{cells} cellules sur {steps} pas de temps, c'est plus que la mémoire ne peut tenir : choisissez des cellules plus grandes ou des pas plus longs, ou cherchez une année fausse parmi les dates.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/cube.py" line="61"/>
        <source>Time steps without a single record: {n} of {all}. Is a date wrong, or are records missing?</source>
        <translation>Pas de temps sans aucun enregistrement : {n} sur {all}. Une date est-elle fausse, ou manque-t-il des enregistrements ?</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="69"/>
        <source>How many</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/partners_table.py" line="171"/>
        <source>No agreement: for internal use only.</source>
        <translation>Sans convention : usage interne seulement.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/partners_table.py" line="172"/>
        <source>The agreement ends soon.</source>
        <translation>La convention prend bientôt fin.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/partners_table.py" line="173"/>
        <source>The agreement has ended: nothing new enters, for internal use only.</source>
        <translation>La convention a pris fin : rien de nouveau n'entre, usage interne seulement.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/partners_table.py" line="174"/>
        <source>The agreement has not begun: nothing enters yet.</source>
        <translation>La convention n'a pas commencé : rien n'entre encore.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="70"/>
        <source>Hot in at least 9 of 10 variants</source>
        <translation>Chaud dans au moins 9 variantes sur 10</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="68"/>
        <source>Hot in fewer than half of the variants</source>
        <translation>Chaud dans moins de la moitié des variantes</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="69"/>
        <source>Hot in half of the variants or more</source>
        <translation>Chaud dans la moitié des variantes ou plus</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="71"/>
        <source>Hot on the map itself (1)</source>
        <translation>Chaud sur la carte elle-même (1)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="67"/>
        <source>Never hot</source>
        <translation>Jamais chaud</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="73"/>
        <source>Not hot any more with</source>
        <translation>N'est plus chaud avec</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="74"/>
        <source>Share of the variants in which it is hot (0 to 1)</source>
        <translation>Part des variantes où il est chaud (0 à 1)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="72"/>
        <source>Variants</source>
        <translation>Variantes</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="46"/>
        <source>Robustness of hot spots</source>
        <translation>Robustesse des points chauds</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="52"/>
        <source>Map to test</source>
        <translation>Carte à éprouver</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="52"/>
        <source>Cells of Gi*</source>
        <translation>Cellules de Gi*</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="52"/>
        <source>Significance level of Gi*</source>
        <translation>Seuil de signification de Gi*</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="52"/>
        <source>Radius of the density</source>
        <translation>Rayon de la densité</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="52"/>
        <source>Field of the source (an observatory&apos;s partner without one)</source>
        <translation>Champ de la source (à défaut, le partenaire d'un observatoire)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/before_after.py" line="83"/>
        <source>Sentence for the meeting</source>
        <translation>Phrase pour la réunion</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="134"/>
        <source>Variants: {names}</source>
        <translation>Variantes : {names}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="136"/>
        <source>No source was left out: there is one only, or no field of it.</source>
        <translation>Aucune source n'a été écartée : il n'y en a qu'une, ou aucun champ ne la donne.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="198"/>
        <source>without {source}</source>
        <translation>sans {source}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="200"/>
        <source>cell {change}</source>
        <translation>cellule {change}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="200"/>
        <source>radius {change}</source>
        <translation>rayon {change}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="203"/>
        <source>grid half a cell east</source>
        <translation>grille une demi-cellule à l'est</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="204"/>
        <source>grid half a cell north</source>
        <translation>grille une demi-cellule au nord</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="205"/>
        <source>grid half a cell north-east</source>
        <translation>grille une demi-cellule au nord-est</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="206"/>
        <source>one record at each place</source>
        <translation>un enregistrement par lieu</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="215"/>
        <source>The map shows no hot place, so that none can be put to the test.</source>
        <translation>La carte ne montre aucun lieu chaud : il n'y a rien à mettre à l'épreuve.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="217"/>
        <source>Of {all} hot places on the map, {firm} stay hot in at least 9 of 10 of the {variants} variants, and {weak} in fewer than half: speak of the first, look into the others.</source>
        <translation>Des {all} lieux chauds de la carte, il en reste {firm} dans au moins 9 sur 10 des {variants} variantes, et {weak} dans moins de la moitié : parlez des premiers, examinez les autres.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/robustness.py" line="52"/>
        <source>Densest part of the study area that counts as hot, in %</source>
        <translation>Partie la plus dense du périmètre d'étude tenue pour chaude, en %</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/coverage/dock.py" line="199"/>
        <source>{n} more</source>
        <translation>{n} autres</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/purge_words.py" line="23"/>
        <source>The records are deleted, but another program has the file open, and traces of them may be left in it until then: close it everywhere, then purge once more.</source>
        <translation>Les enregistrements sont supprimés, mais un autre programme a le fichier ouvert, et il peut en rester des traces jusque-là : fermez-le partout, puis purgez une fois de plus.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/purge_certificate.py" line="52"/>
        <source>Monthly counts by partner, category and territory ({n} rows), without date, address or number of a record; the ledger of deliveries; the partners&apos; words for their categories.</source>
        <translation>Des comptes mensuels par partenaire, catégorie et territoire ({n} lignes), sans jour, adresse ni numéro d'un enregistrement ; le registre des livraisons ; les mots des partenaires pour leurs catégories.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/purge_certificate.py" line="59"/>
        <source>The file was then written anew, so that no page of it holds what was deleted.</source>
        <translation>Le fichier a ensuite été entièrement réécrit : aucune de ses pages ne contient plus ce qui a été supprimé.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="90"/>
        <source>Again at the same place, soon after</source>
        <translation>De nouveau au même lieu, peu après</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="91"/>
        <source>Again nearby, soon after</source>
        <translation>De nouveau à proximité, peu après</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="92"/>
        <source>Alone</source>
        <translation>Isolé</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="128"/>
        <source>From (days)</source>
        <translation>De (jours)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="189"/>
        <source>Observed / expected</source>
        <translation>Observées / attendues</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="191"/>
        <source>Pairs expected by chance</source>
        <translation>Paires attendues par hasard</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="192"/>
        <source>Pairs observed</source>
        <translation>Paires observées</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="199"/>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="210"/>
        <source>The first of several</source>
        <translation>Le premier de plusieurs</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="213"/>
        <source>To (days)</source>
        <translation>À (jours)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="224"/>
        <source>The limits “{text}” cannot be used: give two or more numbers from 0 on, in increasing order, separated by commas, for example 0,100,200.</source>
        <translation>Les limites « {text} » ne peuvent pas servir : donner au moins deux nombres à partir de 0, croissants, séparés par des virgules, par exemple 0,100,200.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="228"/>
        <source>There are {millions} million pairs within the largest distance, and {most} million is the most: choose a smaller distance, a shorter period or fewer categories.</source>
        <translation>Il y a {millions} millions de paires dans la plus grande distance, et le maximum est de {most} millions : choisir une distance plus petite, une période plus courte ou moins de catégories.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/space_time/near_repeat.py" line="39"/>
        <source>Near repeats</source>
        <translation>Répétitions proches</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/space_time/near_repeat.py" line="44"/>
        <source>As the crow flies</source>
        <translation>À vol d'oiseau</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/space_time/near_repeat.py" line="44"/>
        <source>Along the axes (Manhattan)</source>
        <translation>Le long des axes (Manhattan)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/space_time/near_repeat.py" line="45"/>
        <source>Limits of distance (m)</source>
        <translation>Limites de distance (m)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/space_time/near_repeat.py" line="45"/>
        <source>Limits of time (days)</source>
        <translation>Limites de temps (jours)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/space_time/near_repeat.py" line="45"/>
        <source>Distance</source>
        <translation>Distance</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/space_time/near_repeat.py" line="45"/>
        <source>Permutations</source>
        <translation>Permutations</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/space_time/near_repeat.py" line="45"/>
        <source>Seed of the permutations</source>
        <translation>Graine des permutations</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/space_time/near_repeat.py" line="45"/>
        <source>Pairs by distance and time</source>
        <translation>Paires par distance et délai</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/space_time/near_repeat.py" line="45"/>
        <source>Incidents with their role</source>
        <translation>Incidents et leur rôle</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/space_time/near_repeat.py" line="142"/>
        <source>{share} % of the records carry one and the same day: is it the day of entry rather than of the fact? Such dates make false repeats.</source>
        <translation>{share} % des enregistrements portent un seul et même jour : est-ce le jour de la saisie plutôt que du fait ? De telles dates font de fausses répétitions.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/space_time/near_repeat.py" line="175"/>
        <source>No near repeat: no interval holds more pairs than chance explains.</source>
        <translation>Pas de répétition proche : aucun intervalle ne contient plus de paires que le hasard n'en explique.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/space_time/near_repeat.py" line="177"/>
        <source>It happens again: at {low} to {high} m and {first} to {last} days there are {observed} pairs, {ratio} times as many as by chance.</source>
        <translation>Cela recommence : à {low} à {high} m et {first} à {last} jours, il y a {observed} paires, {ratio} fois plus que par hasard.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="111"/>
        <source>For how long</source>
        <translation>Durée</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/partner_paper.py" line="35"/>
        <source>Sign nothing and name nobody: the sheet is kept with the delivery.</source>
        <translation>Ne rien signer, ne nommer personne : la fiche est conservée avec la livraison.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="630"/>
        <source>{name} says that there is nothing to report, above {n} rows: ask the partner which of the two is meant.</source>
        <translation>{name} déclare qu'il n'y a rien à signaler, au-dessus de {n} lignes : demandez au partenaire ce qu'il a voulu dire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="634"/>
        <source>{name} says that there is nothing to report, but not for which days: give the period.</source>
        <translation>{name} déclare qu'il n'y a rien à signaler, mais pas pour quels jours : indiquez la période.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet.py" line="28"/>
        <source>Sheet for a partner to fill in</source>
        <translation>Fiche à remplir par un partenaire</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet.py" line="35"/>
        <source>Workbook</source>
        <translation>Classeur</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet.py" line="35"/>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Classeur Excel (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet.py" line="40"/>
        <source>The same on paper</source>
        <translation>La même sur papier</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet.py" line="40"/>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet.py" line="45"/>
        <source>Profile that reads it back</source>
        <translation>Profil qui la relit</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet.py" line="73"/>
        <source>The filled workbook is imported with the profile “{profile}”.</source>
        <translation>Le classeur rempli s'importe avec le profil « {profile} ».</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="35"/>
        <source>Sheet of {partner}</source>
        <translation>Fiche de {partner}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="35"/>
        <source>{partner}: incidents, {period}</source>
        <translation>{partner} : incidents, {period}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="35"/>
        <source>One line for each incident. Places, never persons: no name, telephone or plate.</source>
        <translation>Une ligne par incident. Des lieux, jamais des personnes : ni nom, ni téléphone, ni plaque.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="35"/>
        <source>Without an hour, leave it empty; an end only where the moment is not known.</source>
        <translation>Heure inconnue : laisser vide. Une fin seulement si le moment n'est pas connu.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="35"/>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="35"/>
        <source>First day of the period</source>
        <translation>Premier jour de la période</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="35"/>
        <source>Last day of the period</source>
        <translation>Dernier jour de la période</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="35"/>
        <source>This cell takes a word of its list, or a day, hour or number that can be.</source>
        <translation>Cette cellule accepte un mot de sa liste, ou un jour, une heure, un nombre possibles.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="60"/>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="60"/>
        <source>As 31/01/2026, within the period</source>
        <translation>Comme 31/01/2026, dans la période</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="61"/>
        <source>As 14:30; empty if not known</source>
        <translation>Comme 14:30 ; vide si inconnue</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="62"/>
        <source>Until (day)</source>
        <translation>Jusqu'au (jour)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="63"/>
        <source>Only if the moment is not known</source>
        <translation>Seulement si le moment n'est pas connu</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="63"/>
        <source>Until (hour)</source>
        <translation>Jusqu'à (heure)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="65"/>
        <source>Number and street, no name of a person</source>
        <translation>Numéro et rue, sans nom de personne</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="69"/>
        <source>Empty means 1</source>
        <translation>Vide signifie 1</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="66"/>
        <source>Neighbourhood</source>
        <translation>Quartier</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/partner_sheet_words.py" line="35"/>
        <source>Nothing this time? Choose “{yes}” beside “{box}” and send it.</source>
        <translation>Rien cette fois ? Choisir « {yes} » à côté de « {box} » et renvoyer la fiche.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/coverage/expected_dialog.py" line="26"/>
        <source>Deliveries of {partner}</source>
        <translation>Livraisons de {partner}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/coverage/expected_dialog.py" line="32"/>
        <source>the first</source>
        <translation>le premier</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/coverage/expected_dialog.py" line="37"/>
        <source>&amp;Rhythm</source>
        <translation>&amp;Rythme</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/coverage/expected_dialog.py" line="38"/>
        <source>&amp;Due by this day of the following month</source>
        <translation>&amp;Due ce jour-là du mois suivant</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/expect_deliveries.py" line="26"/>
        <source>Say when deliveries are expected</source>
        <translation>Dire quand les livraisons sont attendues</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/expect_deliveries.py" line="31"/>
        <source>Rhythm</source>
        <translation>Rythme</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/expect_deliveries.py" line="31"/>
        <source>daily</source>
        <translation>quotidien</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/expect_deliveries.py" line="31"/>
        <source>weekly</source>
        <translation>hebdomadaire</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/expect_deliveries.py" line="31"/>
        <source>monthly</source>
        <translation>mensuel</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/expect_deliveries.py" line="31"/>
        <source>quarterly</source>
        <translation>trimestriel</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/expect_deliveries.py" line="31"/>
        <source>yearly</source>
        <translation>annuel</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/expect_deliveries.py" line="46"/>
        <source>Due by this day of the following month</source>
        <translation>Due ce jour-là du mois suivant</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/expect_deliveries.py" line="67"/>
        <source>Kept for {partner}.</source>
        <translation>Gardé pour {partner}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/coverage/expected_dialog.py" line="34"/>
        <source>What has not come by its day is shown as late, then as missing.</source>
        <translation>Ce qui n'est pas venu à son jour est montré en retard, puis manquant.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/cell_dialog.py" line="70"/>
        <source>The cells are the polygons chosen below.</source>
        <translation>Les cellules sont les polygones choisis plus bas.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/cell_dialog.py" line="82"/>
        <source>With a study area, the number of cells is said here.</source>
        <translation>Avec un périmètre d'étude, le nombre de cellules s'affiche ici.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/cell_dialog.py" line="88"/>
        <source>About {n} cells, more than can be tested: choose larger ones.</source>
        <translation>Environ {n} cellules, plus qu'on n'en peut tester : choisissez-en de plus grandes.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/cell_dialog.py" line="90"/>
        <source>About {n} cells: they take long to draw and to save.</source>
        <translation>Environ {n} cellules : elles sont longues à dessiner et à enregistrer.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/cell_dialog.py" line="91"/>
        <source>About {n} cells.</source>
        <translation>Environ {n} cellules.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/cell_map.py" line="217"/>
        <source>To start from, these records suggest cells of {size} m: each then holds 2 of them on average, √(2 A / n).</source>
        <translation>Pour commencer, ces enregistrements suggèrent des cellules de {size} m : chacune en contient alors 2 en moyenne, √(2 A / n).</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/kernel_density.py" line="186"/>
        <source>To start from, these records suggest a radius of {radius} m: half of them have {others} others within it.</source>
        <translation>Pour commencer, ces enregistrements suggèrent un rayon de {radius} m : la moitié d'entre eux en ont {others} autres à l'intérieur.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/records.py" line="227"/>
        <source>Read with care: fewer than 85% of “{layer}” have a location.</source>
        <translation>À lire avec prudence : moins de 85 % de « {layer} » ont une localisation.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/records.py" line="240"/>
        <source>{period} (date of the facts)</source>
        <translation>{period} (date des faits)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/table.py" line="71"/>
        <source>and {n} more</source>
        <translation>et {n} autres</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="90"/>
        <source>A3 portrait</source>
        <translation>A3 portrait</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/views_menu.py" line="108"/>
        <source>“{view}” does not draw the records of {partners}: their agreement shows no place as fine as a point.</source>
        <translation>« {view} » ne dessine pas les enregistrements de {partners} : leur convention ne montre aucun lieu aussi finement qu'un point.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="231"/>
        <source>1 incident</source>
        <translation>1 incident</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="232"/>
        <source>2 to 9 incidents close together</source>
        <translation>2 à 9 incidents proches</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="233"/>
        <source>10 to 99 incidents close together</source>
        <translation>10 à 99 incidents proches</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="234"/>
        <source>100 incidents or more close together</source>
        <translation>100 incidents proches ou plus</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="235"/>
        <source>2 to 4 incidents at one place</source>
        <translation>2 à 4 incidents au même endroit</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="236"/>
        <source>5 to 9 incidents at one place</source>
        <translation>5 à 9 incidents au même endroit</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="237"/>
        <source>10 to 29 incidents at one place</source>
        <translation>10 à 29 incidents au même endroit</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="238"/>
        <source>30 incidents or more at one place</source>
        <translation>30 incidents ou plus au même endroit</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="239"/>
        <source>Meeting</source>
        <translation>Réunion</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="240"/>
        <source>Walk</source>
        <translation>Marche exploratoire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="241"/>
        <source>Field observation</source>
        <translation>Observation de terrain</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/views/kinds.py" line="98"/>
        <source>Observations</source>
        <translation>Observations</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/views/kinds.py" line="99"/>
        <source>Places by kind</source>
        <translation>Lieux par type</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/views/kinds.py" line="100"/>
        <source>Incidents by family of categories</source>
        <translation>Incidents par famille de catégories</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/views/kinds.py" line="101"/>
        <source>Incidents by category</source>
        <translation>Incidents par catégorie</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/views/kinds.py" line="102"/>
        <source>Incidents by partner</source>
        <translation>Incidents par partenaire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/views/kinds.py" line="103"/>
        <source>Clustered incidents</source>
        <translation>Incidents regroupés</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/views/kinds.py" line="104"/>
        <source>Incidents by address</source>
        <translation>Incidents par adresse</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/views/kinds.py" line="105"/>
        <source>Heat map</source>
        <translation>Carte de chaleur</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/views/symbols.py" line="39"/>
        <source>Others</source>
        <translation>Autres</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="303"/>
        <source>“{view}” draws points where they lie, and no agreement of these partners shows a place as fine as that: choose another view, or a density from the toolbox.</source>
        <translation>« {view} » dessine les points là où ils se trouvent, et aucune convention de ces partenaires ne montre un lieu aussi finement : choisissez une autre vue, ou une densité dans la boîte à outils.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/measure_words.py" line="22"/>
        <source>not delivered</source>
        <translation>non reçu</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/measure_words.py" line="39"/>
        <source>not shown</source>
        <translation>non affiché</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/measure_words.py" line="47"/>
        <source>{low} to {high}</source>
        <translation>{low} à {high}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/measure_words.py" line="55"/>
        <source>no usual range yet</source>
        <translation>pas encore de fourchette habituelle</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/measure_words.py" line="57"/>
        <source>below the usual range</source>
        <translation>sous la fourchette habituelle</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/measure_words.py" line="58"/>
        <source>within the usual range</source>
        <translation>dans la fourchette habituelle</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/measure_words.py" line="59"/>
        <source>above the usual range</source>
        <translation>au-dessus de la fourchette habituelle</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/measure_words.py" line="67"/>
        <source>There is not enough history yet to say what is usual.</source>
        <translation>L'historique ne suffit pas encore pour dire ce qui est habituel.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/measure_words.py" line="90"/>
        <source>too few for a percentage: {verdict}</source>
        <translation>trop peu pour un pourcentage : {verdict}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/measure_words.py" line="91"/>
        <source>{percent} (between {low} and {high}): {verdict}</source>
        <translation>{percent} (entre {low} et {high}) : {verdict}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/measure_words.py" line="138"/>
        <source>{partner}: nothing has come for {months}.</source>
        <translation>{partner} : rien n'est arrivé pour {months}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/measure_words.py" line="144"/>
        <source>{partner}: what has come does not cover the period.</source>
        <translation>{partner} : ce qui est arrivé ne couvre pas la période.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="54"/>
        <source>{town} – {title}, {subtitle} – made on {date} with OLTP {version}</source>
        <translation>{town} – {title}, {subtitle} – établi le {date} avec OLTP {version}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="77"/>
        <source>{before} a year before: {change}</source>
        <translation>{before} un an avant : {change}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="97"/>
        <source>Sites followed</source>
        <translation>Sites suivis</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="99"/>
        <source>No site is followed here.</source>
        <translation>Aucun site n'est suivi ici.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="104"/>
        <source>1 new</source>
        <translation>1 nouveau</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="104"/>
        <source>{n} new</source>
        <translation>{n} nouveaux</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="104"/>
        <source>1 open</source>
        <translation>1 ouvert</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="104"/>
        <source>{n} open</source>
        <translation>{n} ouverts</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="104"/>
        <source>1 solved in the period</source>
        <translation>1 résolu pendant la période</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="104"/>
        <source>{n} solved in the period</source>
        <translation>{n} résolus pendant la période</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="140"/>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="116"/>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="116"/>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="116"/>
        <source>Solved on</source>
        <translation>Résolu le</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="136"/>
        <source>Last decisions and their state</source>
        <translation>Dernières décisions et leur état</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="138"/>
        <source>No decision is recorded.</source>
        <translation>Aucune décision n'est enregistrée.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="140"/>
        <source>Decided</source>
        <translation>Décidé le</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="140"/>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="140"/>
        <source>Until</source>
        <translation>Jusqu'à</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="160"/>
        <source>Cameras and actions</source>
        <translation>Caméras et actions</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="162"/>
        <source>1 camera in service</source>
        <translation>1 caméra en service</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="162"/>
        <source>{n} cameras in service</source>
        <translation>{n} caméras en service</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="164"/>
        <source>1 new in the period</source>
        <translation>1 nouvelle pendant la période</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="164"/>
        <source>{n} new in the period</source>
        <translation>{n} nouvelles pendant la période</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="169"/>
        <source>No action is recorded for the period.</source>
        <translation>Aucune action n'est enregistrée pour la période.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="171"/>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="171"/>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="171"/>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="171"/>
        <source>Effect expected beforehand</source>
        <translation>Effet attendu au départ</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="171"/>
        <source>not written down</source>
        <translation>non consigné</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="190"/>
        <source>Observations from the field</source>
        <translation>Observations de terrain</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="192"/>
        <source>No observation is recorded for the period.</source>
        <translation>Aucune observation n'est enregistrée pour la période.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="194"/>
        <source>{day}, {institution} ({theme}): {note}</source>
        <translation>{day}, {institution} ({theme}) : {note}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="194"/>
        <source>source not stated</source>
        <translation>source non précisée</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="194"/>
        <source>no theme</source>
        <translation>sans thème</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="216"/>
        <source>What is missing from the partners</source>
        <translation>Ce qui manque chez les partenaires</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="221"/>
        <source>Every partner has delivered the whole period.</source>
        <translation>Tous les partenaires ont transmis la période entière.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="249"/>
        <source>How to read this</source>
        <translation>Comment lire ces chiffres</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="251"/>
        <source>A figure counts records, as each partner writes them, by the day of the fact. Partners count different things: their figures stand side by side and are never added.</source>
        <translation>Un chiffre compte des enregistrements, tels que chaque partenaire les écrit, au jour du fait. Les partenaires ne comptent pas la même chose : leurs chiffres sont côte à côte, jamais additionnés.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="257"/>
        <source>Changes compare with the same period a year before, counted at the same age: only what was recorded as soon after the fact. Between the two percentages lies what chance alone leaves possible; under 10 records no percentage is given.</source>
        <translation>Les évolutions comparent à la même période un an avant, comptée au même âge : seulement ce qui était enregistré aussi vite après le fait. Entre les deux pourcentages se trouve ce que le hasard seul laisse possible ; sous 10 enregistrements, aucun pourcentage.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="262"/>
        <source>More records may mean more incidents, or more reporting, or a partner that began.</source>
        <translation>Plus d'enregistrements peut vouloir dire plus de faits, plus de signalements, ou un partenaire qui commence.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/measure_words.py" line="123"/>
        <source>Counts below {n} are not printed, nor what would tell them.</source>
        <translation>Les effectifs inférieurs à {n} ne sont pas imprimés, ni ce qui les révélerait.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="281"/>
        <source>Under the agreements: {references}.</source>
        <translation>Dans le cadre des conventions : {references}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="290"/>
        <source>Without an agreement, for internal use only: {partners}.</source>
        <translation>Sans convention, à usage interne seulement : {partners}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="326"/>
        <source>solved</source>
        <translation>résolu</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="327"/>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="332"/>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="335"/>
        <source>under way</source>
        <translation>en cours</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/session_pack.py" line="52"/>
        <source>Counts in their usual range</source>
        <translation>Les chiffres et leur fourchette habituelle</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/session_pack.py" line="55"/>
        <source>Counts</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/session_pack.py" line="55"/>
        <source>No partner has told of this territory.</source>
        <translation>Aucun partenaire n'a rien transmis sur ce territoire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="307"/>
        <source>{source}, month by month</source>
        <translation>{source}, mois par mois</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="406"/>
        <source>Say the first and the last day of the period.</source>
        <translation>Indiquez le premier et le dernier jour de la période.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="601"/>
        <source>There is no bulletin {bulletin} in this observatory.</source>
        <translation>Cet observatoire ne contient pas de bulletin {bulletin}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="145"/>
        <source>The figures could not be kept in {name}: it can only be read now.</source>
        <translation>Les chiffres n'ont pas pu être conservés dans {name} : ce fichier ne peut qu'être lu pour l'instant.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="151"/>
        <source>{n} figures were kept under number {number}.</source>
        <translation>{n} chiffres ont été conservés sous le numéro {number}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="201"/>
        <source>No source could be mapped for this period.</source>
        <translation>Aucune source n'a pu être cartographiée pour cette période.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="219"/>
        <source>Too few for a test of hot spots.</source>
        <translation>Trop peu pour tester des points chauds.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="221"/>
        <source>No square of 100 m stands out more than chance would have it.</source>
        <translation>Aucun carré de 100 m ne ressort plus que le hasard ne le voudrait.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="223"/>
        <source>The outlined square of 100 m stands out by more than chance (Getis-Ord Gi*).</source>
        <translation>Le carré de 100 m entouré ressort plus que par hasard (Gi* de Getis-Ord).</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="228"/>
        <source>The {n} outlined squares of 100 m stand out by more than chance (Getis-Ord Gi*).</source>
        <translation>Les {n} carrés de 100 m entourés ressortent plus que par hasard (Gi* de Getis-Ord).</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/session_pack.py" line="23"/>
        <source>Session pack of a territory</source>
        <translation>Dossier de séance d'un territoire</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="44"/>
        <source>The code of a groupe territorial, or level:code of any territory.</source>
        <translation>Le code d'un groupe territorial, ou niveau:code de tout territoire.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/session_pack.py" line="31"/>
        <source>Session pack</source>
        <translation>Dossier de séance</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="62"/>
        <source>Number of the kept figures</source>
        <translation>Numéro des chiffres conservés</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="63"/>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/session_pack.py" line="79"/>
        <source>There is so much to say that the pack has {n} pages.</source>
        <translation>Il y a tant à dire que le dossier a {n} pages.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/measure_words.py" line="69"/>
        <source>Usual: the range that the same period of earlier years leads one to expect.</source>
        <translation>Habituel : la fourchette que la même période des années passées laisse attendre.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/measure_words.py" line="70"/>
        <source>Usual: the range that the same period of earlier years leads one to expect; with fewer than two such years, the range of the periods just before.</source>
        <translation>Habituel : la fourchette que la même période des années passées laisse attendre ; à moins de deux années, celle des périodes qui précèdent.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/shown_records.py" line="26"/>
        <source>Period: {days}</source>
        <translation>Période : {days}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/told.py" line="25"/>
        <source>Filter: {filter}</source>
        <translation>Filtre : {filter}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/shown_records.py" line="41"/>
        <source>all dates (date of the facts)</source>
        <translation>toutes les dates (date des faits)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/shown_records.py" line="42"/>
        <source>all dates, {days} (date of the facts)</source>
        <translation>toutes les dates, {days} (date des faits)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="280"/>
        <source>There is no layer to make again: choose a result.</source>
        <translation>Il n'y a pas de couche à refaire : choisissez un résultat.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="281"/>
        <source>“{layer}” has no run card that says how it was made: only results of OLTP's methods, from this version on, can be made again.</source>
        <translation>« {layer} » n'a pas de fiche qui dise comment elle a été faite : seuls les résultats des méthodes d'OLTP, à partir de cette version, peuvent être refaits.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="285"/>
        <source>The run card of “{layer}” cannot be read: choose another copy of the result.</source>
        <translation>La fiche de « {layer} » ne peut pas être lue : choisissez une autre copie du résultat.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="288"/>
        <source>“{layer}” was made by {algorithm}, which this version of OLTP does not run again.</source>
        <translation>« {layer} » a été faite par {algorithm}, que cette version d'OLTP ne relance pas.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="291"/>
        <source>“{layer}” ({file}), from which the result was made, is neither in the project nor beside the result: add it to the project and run again.</source>
        <translation>« {layer} » ({file}), dont le résultat a été tiré, n'est ni dans le projet ni à côté du résultat : ajoutez-la au projet et relancez.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="295"/>
        <source>{file} cannot hold this result: choose a name that ends in {ending}.</source>
        <translation>{file} ne peut pas contenir ce résultat : choisissez un nom qui finit par {ending}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/base.py" line="317"/>
        <source>Sources: {names}</source>
        <translation>Sources : {names}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/rerun.py" line="40"/>
        <source>Run again from a result&apos;s run card</source>
        <translation>Refaire un résultat d'après sa fiche</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/rerun.py" line="43"/>
        <source>Result of an OLTP method</source>
        <translation>Résultat d'une méthode d'OLTP</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/rerun.py" line="51"/>
        <source>The result again</source>
        <translation>Le résultat refait</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/rerun.py" line="90"/>
        <source>The result was made by version {then} of OLTP, this is {now}: numbers may differ where a method was corrected.</source>
        <translation>Le résultat a été fait par la version {then} d'OLTP, celle-ci est la {now} : les chiffres peuvent différer là où une méthode a été corrigée.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/rerun.py" line="117"/>
        <source>Again: {title} ({algorithm})</source>
        <translation>À nouveau : {title} ({algorithm})</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/rerun.py" line="191"/>
        <source>“{layer}” has changed since: {then} records then, {now} now. The result will not be the same.</source>
        <translation>« {layer} » a changé depuis : {then} enregistrements alors, {now} maintenant. Le résultat ne sera pas le même.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/rerun.py" line="198"/>
        <source>“{layer}” may have changed since: its data were of {then}, they are of {now}.</source>
        <translation>« {layer} » a peut-être changé depuis : ses données étaient du {then}, elles sont du {now}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/told.py" line="39"/>
        <source>Dates of the field “{field}”: {days}</source>
        <translation>Dates du champ « {field} » : {days}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/figure_words.py" line="91"/>
        <source>The Python library {name} is missing, so no change is given.</source>
        <translation>La bibliothèque Python {name} manque, donc aucune évolution n'est donnée.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/before_saving.py" line="33"/>
        <source>Before saving</source>
        <translation>Avant d'enregistrer</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/before_saving.py" line="40"/>
        <source>These stored records are close to this one in place, time and category. Tick those that tell of the same fact: they are linked, and all stay as they are.</source>
        <translation>Ces enregistrements existants sont proches de celui-ci par le lieu, l'heure et la catégorie. Cochez ceux qui relatent le même fait : ils seront liés, et tous restent tels quels.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/before_saving.py" line="55"/>
        <source>&amp;Back to the form</source>
        <translation>&amp;Revenir au formulaire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/before_saving.py" line="82"/>
        <source>&amp;Save and link</source>
        <translation>&amp;Enregistrer et lier</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/before_saving.py" line="84"/>
        <source>&amp;Save without a link</source>
        <translation>&amp;Enregistrer sans lien</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/before_saving.py" line="86"/>
        <source>&amp;Save all the same</source>
        <translation>&amp;Enregistrer quand même</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/before_saving.py" line="91"/>
        <source>Records that are alike</source>
        <translation>Enregistrements semblables</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/before_saving.py" line="99"/>
        <source>This one</source>
        <translation>Celui-ci</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/before_saving.py" line="110"/>
        <source>Same fact</source>
        <translation>Même fait</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/before_saving.py" line="151"/>
        <source>Link</source>
        <translation>Lier</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/category_tree.py" line="100"/>
        <source>Last used</source>
        <translation>Dernières utilisées</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/dialog.py" line="112"/>
        <source>Correct an incident</source>
        <translation>Corriger un incident</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/dialog.py" line="112"/>
        <source>New incident</source>
        <translation>Nouvel incident</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/dialog.py" line="149"/>
        <source>&amp;Save, next</source>
        <translation>&amp;Enregistrer, suivant</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/dialog.py" line="173"/>
        <source>Still to be given: {fields}</source>
        <translation>Reste à donner : {fields}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/saving.py" line="47"/>
        <source>Looking for reports of the same fact</source>
        <translation>Recherche de signalements du même fait</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/several.py" line="111"/>
        <source>Saving an incident</source>
        <translation>Enregistrement d'un incident</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/dialog.py" line="228"/>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/saving.py" line="108"/>
        <source>Somebody else has changed this record meanwhile ({fields}). Nothing of yours was written: look at theirs, then make your change again.</source>
        <translation>Quelqu'un d'autre a modifié cet enregistrement entre-temps ({fields}). Rien de votre saisie n'a été écrit : regardez la sienne, puis refaites votre modification.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/saving.py" line="111"/>
        <source>its links or its delivery</source>
        <translation>ses liens ou sa livraison</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/draft_keeper.py" line="88"/>
        <source>What you typed is not saved. Give it up?</source>
        <translation>Votre saisie n'est pas enregistrée. L'abandonner ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/several.py" line="41"/>
        <source>Change the selected incidents</source>
        <translation>Modifier les incidents sélectionnés</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/several.py" line="76"/>
        <source>{n} records are selected. What is left as it is stays as it is.</source>
        <translation>{n} enregistrements sont sélectionnés. Ce qui reste « inchangé » n'est pas modifié.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/several.py" line="71"/>
        <source>No area</source>
        <translation>Aucune zone</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/several.py" line="80"/>
        <source>&amp;Category</source>
        <translation>&amp;Catégorie</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/several.py" line="81"/>
        <source>S&amp;tatus</source>
        <translation>S&amp;tatut</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/several.py" line="82"/>
        <source>A&amp;rea, of those without a point</source>
        <translation>&amp;Zone, de ceux qui n'ont pas de point</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/several.py" line="52"/>
        <source>C&amp;hange</source>
        <translation>&amp;Modifier</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/several.py" line="139"/>
        <source>as it is</source>
        <translation>inchangé</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/undo.py" line="35"/>
        <source>Undo changes by hand</source>
        <translation>Annuler des modifications manuelles</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/undo.py" line="48"/>
        <source>Each line is taken back on its own: new records go, corrected ones get their earlier values. A record that was changed again since is taken back first there.</source>
        <translation>Chaque ligne s'annule séparément : les nouveaux enregistrements partent, les corrigés retrouvent leurs valeurs d'avant. Un enregistrement modifié de nouveau depuis s'annule d'abord là.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/undo.py" line="156"/>
        <source>What was done</source>
        <translation>Ce qui a été fait</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/undo.py" line="157"/>
        <source>Changes by hand</source>
        <translation>Modifications manuelles</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/undo.py" line="46"/>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/recent_observatories.py" line="33"/>
        <source>Reading the lists</source>
        <translation>Lecture des listes</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/undo.py" line="168"/>
        <source>Entered by form</source>
        <translation>Saisi par formulaire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/undo.py" line="169"/>
        <source>Corrected by form</source>
        <translation>Corrigé par formulaire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/undo.py" line="170"/>
        <source>Changed together</source>
        <translation>Modifiés ensemble</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/where.py" line="94"/>
        <source>no point</source>
        <translation>aucun point</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/where.py" line="138"/>
        <source>The observatory has no addresses or places yet</source>
        <translation>L'observatoire n'a encore ni adresses ni lieux</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/windows.py" line="39"/>
        <source>Correct this incident…</source>
        <translation>Corriger cet incident…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/windows.py" line="75"/>
        <source>Click on the incident to correct.</source>
        <translation>Cliquez sur l'incident à corriger.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/windows.py" line="82"/>
        <source>No incident is selected: select some on the map or in the table first.</source>
        <translation>Aucun incident n'est sélectionné : sélectionnez-en d'abord sur la carte ou dans la table.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/windows.py" line="175"/>
        <source>The incident is saved.</source>
        <translation>L'incident est enregistré.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/windows.py" line="182"/>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/windows.py" line="213"/>
        <source>{n} records changed.</source>
        <translation>{n} enregistrements modifiés.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/windows.py" line="215"/>
        <source>{n} were changed by somebody else meanwhile and stay as they are.</source>
        <translation>{n} ont été modifiés par quelqu'un d'autre entre-temps et restent tels quels.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/windows.py" line="219"/>
        <source>{n} have a point and keep it.</source>
        <translation>{n} ont un point et le gardent.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/windows.py" line="227"/>
        <source>Every record that may have a point has one.</source>
        <translation>Chaque enregistrement qui peut avoir un point en a un.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/windows.py" line="243"/>
        <source>That was the last one.</source>
        <translation>C'était le dernier.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/windows.py" line="291"/>
        <source>{place} of {n} without a point</source>
        <translation>{place} sur {n} sans point</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/draft_offers.py" line="81"/>
        <source>An incident that was being entered ({when}) was not saved.</source>
        <translation>Un incident en cours de saisie ({when}) n'a pas été enregistré.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/draft_offers.py" line="54"/>
        <source>Go on with it…</source>
        <translation>Reprendre la saisie…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="18"/>
        <source>{field}: {words}</source>
        <translation>{field} : {words}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="38"/>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="39"/>
        <source>Count</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="46"/>
        <source>still to be given</source>
        <translation>reste à donner</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="47"/>
        <source>not among those that the observatory knows; choose one of the list</source>
        <translation>inconnu de l'observatoire ; choisissez dans la liste</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="50"/>
        <source>from 0 to 9, or none</source>
        <translation>de 0 à 9, ou rien</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="51"/>
        <source>at least 1</source>
        <translation>au moins 1</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="52"/>
        <source>not a date and an hour</source>
        <translation>n'est pas une date et une heure</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="53"/>
        <source>before 1900</source>
        <translation>avant 1900</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="54"/>
        <source>the end comes before the beginning</source>
        <translation>la fin précède le début</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="55"/>
        <source>between two moments, the end comes after the beginning</source>
        <translation>entre deux moments, la fin vient après le début</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="56"/>
        <source>one moment has no end; choose “Between two moments”</source>
        <translation>un moment n'a pas de fin ; choisissez « Entre deux moments »</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="57"/>
        <source>the day or month begins at its first hour</source>
        <translation>le jour ou le mois commence à sa première heure</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="58"/>
        <source>one of its coordinates is missing</source>
        <translation>il manque une de ses coordonnées</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="59"/>
        <source>the point lies where the coordinate system is not valid</source>
        <translation>le point se trouve là où le système de coordonnées n'est pas valable</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="60"/>
        <source>a point stands at an address, a street, a stop, a cell…</source>
        <translation>un point se trouve à une adresse, une rue, un arrêt, une maille…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="61"/>
        <source>without a point it is the territory, or none</source>
        <translation>sans point, c'est le territoire, ou rien</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="62"/>
        <source>an address match without a point</source>
        <translation>une correspondance d'adresse sans point</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="63"/>
        <source>an address match lies between 0 and 1</source>
        <translation>une correspondance d'adresse se situe entre 0 et 1</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="64"/>
        <source>either a point or an area</source>
        <translation>un point ou une zone, pas les deux</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="65"/>
        <source>at most {} characters</source>
        <translation>{} caractères au plus</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="66"/>
        <source>a character that cannot be written; type it anew</source>
        <translation>un caractère qui ne peut pas être écrit ; saisissez-le de nouveau</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="67"/>
        <source>the agreement {} does not cover this category</source>
        <translation>la convention {} ne couvre pas cette catégorie</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="68"/>
        <source>the agreement {} does not cover this; leave it empty</source>
        <translation>la convention {} ne couvre pas ceci ; laissez vide</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="69"/>
        <source>the agreement keeps nothing recorded up to {}</source>
        <translation>la convention ne laisse rien garder d'enregistré jusqu'au {}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="70"/>
        <source>it came with this partner&apos;s delivery and stays theirs</source>
        <translation>il est venu avec la livraison de ce partenaire et reste le sien</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="71"/>
        <source>the interval lasts {} days</source>
        <translation>l'intervalle dure {} jours</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="72"/>
        <source>in the future</source>
        <translation>dans le futur</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="73"/>
        <source>recorded before it happened</source>
        <translation>enregistré avant d'avoir eu lieu</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="74"/>
        <source>outside the town</source>
        <translation>hors de la commune</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="75"/>
        <source>Address: looks like personal data ({}); kept as “{}”</source>
        <translation>Adresse : cela ressemble à des données personnelles ({}) ; gardé comme « {} »</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="76"/>
        <source>only the territory is kept, no point and no address</source>
        <translation>seul le territoire est gardé, ni point ni adresse</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="77"/>
        <source>nothing of the place is kept</source>
        <translation>rien du lieu n'est gardé</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="78"/>
        <source>only the 100 m cell and the street are kept</source>
        <translation>seules la maille de 100 m et la rue sont gardées</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="82"/>
        <source>not all of the address is kept</source>
        <translation>l'adresse n'est pas gardée en entier</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="128"/>
        <source>&amp;Enter an incident…</source>
        <translation>&amp;Saisir un incident…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="131"/>
        <source>&amp;Correct an incident on the map…</source>
        <translation>&amp;Corriger un incident sur la carte…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="131"/>
        <source>Change the &amp;selected incidents…</source>
        <translation>Modifier les incidents &amp;sélectionnés…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="131"/>
        <source>&amp;Locate incidents without a point…</source>
        <translation>&amp;Localiser les incidents sans point…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="131"/>
        <source>&amp;Undo changes by hand…</source>
        <translation>&amp;Annuler des modifications manuelles…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="717"/>
        <source>The record was not written: the observatory&apos;s lists or agreements do not allow what the form says.</source>
        <translation>L'enregistrement n'a pas été écrit : les listes ou les conventions de l'observatoire ne permettent pas ce que dit le formulaire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="721"/>
        <source>Somebody else has changed this record meanwhile: look at it again, then make your change.</source>
        <translation>Quelqu'un d'autre a modifié cet enregistrement entre-temps : regardez-le de nouveau, puis faites votre modification.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="725"/>
        <source>This record is no longer in the observatory: it was taken back or purged meanwhile.</source>
        <translation>Cet enregistrement n'est plus dans l'observatoire : il a été annulé ou purgé entre-temps.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/several.py" line="53"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/territory_views.py" line="73"/>
        <source>Counting by territory</source>
        <translation>Comptage par territoire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/territory_views.py" line="108"/>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/territory_views.py" line="118"/>
        <source>Records per 1,000 residents, over the filter&apos;s period.</source>
        <translation>Enregistrements pour 1 000 habitants, sur la période du filtre.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/territory_views.py" line="119"/>
        <source>Records per 1,000 dwellings, over the filter&apos;s period.</source>
        <translation>Enregistrements pour 1 000 logements, sur la période du filtre.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/territory_views.py" line="122"/>
        <source>Without what a service&apos;s own activity reveals.</source>
        <translation>Sans ce que révèle l'activité propre d'un service.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/territory_views.py" line="123"/>
        <source>Territories with fewer than 10 records: {n}. They have no class.</source>
        <translation>Territoires de moins de 10 enregistrements : {n}. Ils n'ont pas de classe.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/territory_views.py" line="127"/>
        <source>Before is brought to the length of the filter&apos;s period. Variance of the counts: {factor} times Poisson&apos;s.</source>
        <translation>L'avant est ramené à la durée de la période du filtre. Variance des nombres : {factor} fois celle de Poisson.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/territory_views.py" line="132"/>
        <source>Records without a point count in the territory that they name.</source>
        <translation>Les enregistrements sans point comptent dans le territoire qu'ils nomment.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="230"/>
        <source>No rate for these categories</source>
        <translation>Pas de taux pour ces catégories</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/views/territories.py" line="78"/>
        <source>Records per 1,000</source>
        <translation>Enregistrements pour 1 000</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/views/kinds.py" line="107"/>
        <source>Records by territory</source>
        <translation>Enregistrements par territoire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/views/kinds.py" line="108"/>
        <source>Rates by territory</source>
        <translation>Taux par territoire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/views/kinds.py" line="109"/>
        <source>Change by territory</source>
        <translation>Évolution par territoire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="311"/>
        <source>There is no change to show: choose a period, and one to compare it with.</source>
        <translation>Il n'y a pas d'évolution à montrer : choisissez une période, et celle à laquelle la comparer.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin.py" line="66"/>
        <source>Since the last bulletin</source>
        <translation>Depuis le dernier bulletin</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin.py" line="82"/>
        <source>The year&apos;s indicators</source>
        <translation>Les indicateurs de l'année</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin.py" line="95"/>
        <source>What the State publishes for the commune (SSMSI)</source>
        <translation>Ce que l'État publie pour la commune (SSMSI)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin.py" line="104"/>
        <source>Recorded by police and gendarmerie</source>
        <translation>Enregistré par la police et la gendarmerie</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin.py" line="104"/>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin.py" line="123"/>
        <source>not published</source>
        <translation>non diffusé</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="229"/>
        <source>Where: the hot spots</source>
        <translation>Où : les points chauds</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin.py" line="131"/>
        <source>{source}, hours of the fact; one whose hour is uncertain is shared over the hours in which it may have happened.</source>
        <translation>{source}, heures des faits ; un fait dont l'heure est incertaine est réparti sur les heures où il a pu se produire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin.py" line="131"/>
        <source>Cells under {n} are left empty.</source>
        <translation>Les cases de moins de {n} restent vides.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/diagnosis.py" line="77"/>
        <source>When: hours of the week</source>
        <translation>Quand : les heures de la semaine</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin.py" line="157"/>
        <source>{source}, by territory</source>
        <translation>{source}, par territoire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin.py" line="158"/>
        <source>A year before</source>
        <translation>Un an avant</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin.py" line="158"/>
        <source>Change, at the same age</source>
        <translation>Évolution, au même âge</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin.py" line="176"/>
        <source>The other sources, by territory</source>
        <translation>Les autres sources, par territoire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin.py" line="190"/>
        <source>Each column counts in its partner&apos;s own way; columns are never added.</source>
        <translation>Chaque colonne compte à la manière de son partenaire ; les colonnes ne s'additionnent jamais.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="24"/>
        <source>No indicator can be compared with its usual range yet.</source>
        <translation>Aucun indicateur ne peut encore être comparé à sa fourchette habituelle.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="27"/>
        <source>The one indicator that can be judged lies within its usual range.</source>
        <translation>Le seul indicateur qui peut être jugé est dans sa fourchette habituelle.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="28"/>
        <source>All {n} indicators that can be judged lie within their usual range.</source>
        <translation>Les {n} indicateurs qui peuvent être jugés sont dans leur fourchette habituelle.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="49"/>
        <source>{name} ({source}), {n} where {low} to {high} is usual</source>
        <translation>{name} ({source}), {n} contre {low} à {high} d'habitude</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="64"/>
        <source>No territory stands out.</source>
        <translation>Aucun territoire ne se détache.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="87"/>
        <source>The one partner on this page has delivered the whole period.</source>
        <translation>Le seul partenaire de ces pages a transmis la période entière.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="88"/>
        <source>The {n} partners on these pages have delivered the whole period.</source>
        <translation>Les {n} partenaires de ces pages ont transmis la période entière.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="92"/>
        <source>{partner} has not delivered: its figures are missing, not nil.</source>
        <translation>{partner} n'a rien transmis : ses chiffres manquent, ils ne sont pas nuls.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="95"/>
        <source>{partners} have not delivered: their figures are missing, not nil.</source>
        <translation>{partners} n'ont rien transmis : leurs chiffres manquent, ils ne sont pas nuls.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="95"/>
        <source>and</source>
        <translation>et</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="122"/>
        <source>1 requalified</source>
        <translation>1 requalifié</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="122"/>
        <source>{n} requalified</source>
        <translation>{n} requalifiés</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="122"/>
        <source>1 came late</source>
        <translation>1 arrivé tard</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="122"/>
        <source>{n} came late</source>
        <translation>{n} arrivés tard</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="602"/>
        <source>Nothing was printed from this observatory yet: make a bulletin first.</source>
        <translation>Rien n'a encore été imprimé de cet observatoire : établissez d'abord un bulletin.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/bulletin.py" line="51"/>
        <source>Bulletin</source>
        <translation>Bulletin</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/bulletin.py" line="33"/>
        <source>Level of the territories</source>
        <translation>Niveau des territoires</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/bulletin.py" line="41"/>
        <source>Indicators of the year</source>
        <translation>Indicateurs de l'année</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/bulletin.py" line="44"/>
        <source>PARTNER:category, at most eight, with commas. They hold for the whole year; left out, those of the year, or a first choice by the year before.</source>
        <translation>PARTENAIRE:catégorie, huit au plus, séparés par des virgules. Ils valent toute l'année ; sans rien, ceux de l'année, ou un premier choix d'après l'année précédente.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/bulletin_figures.py" line="46"/>
        <source>Figures of a bulletin</source>
        <translation>Chiffres d'un bulletin</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/bulletin_figures.py" line="44"/>
        <source>Left out: the last one made.</source>
        <translation>Sans rien : le dernier établi.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/bulletin_figures.py" line="95"/>
        <source>Number {number}, {first} to {last}, made on {day}: {n} figures.</source>
        <translation>Numéro {number}, du {first} au {last}, établi le {day} : {n} chiffres.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin.py" line="113"/>
        <source>Another count than ours: whole years, offences recorded by the national forces, by the commune where they were committed. It is not added to the lines above.</source>
        <translation>Un autre compte que le nôtre : années entières, infractions enregistrées par les forces nationales, dans la commune où elles ont été commises. Il ne s'ajoute pas aux lignes ci-dessus.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="37"/>
        <source>Opened on</source>
        <translation>Ouvert le</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="55"/>
        <source>It cannot be solved before it was opened.</source>
        <translation>Il ne peut pas être résolu avant d'avoir été ouvert.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="61"/>
        <source>Problem place</source>
        <translation>Lieu à problèmes</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="61"/>
        <source>Decided on</source>
        <translation>Décidé le</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="61"/>
        <source>What is to be done</source>
        <translation>Ce qui est à faire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="61"/>
        <source>Who leads</source>
        <translation>Pilote</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="61"/>
        <source>Done on</source>
        <translation>Fait le</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="78"/>
        <source>Say which problem place it is about.</source>
        <translation>Dites de quel lieu à problèmes il s'agit.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="79"/>
        <source>It cannot be before the day of the decision.</source>
        <translation>Ce ne peut pas être avant le jour de la décision.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="87"/>
        <source>Observed on</source>
        <translation>Observé le</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="87"/>
        <source>Kind of observation</source>
        <translation>Type d'observation</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="87"/>
        <source>Institution</source>
        <translation>Institution</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="87"/>
        <source>Reliability</source>
        <translation>Fiabilité</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="87"/>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="87"/>
        <source>Kept until</source>
        <translation>Conservé jusqu'au</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="114"/>
        <source>A note is kept three years at most.</source>
        <translation>Une note est conservée trois ans au plus.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="126"/>
        <source>In service since, at the earliest</source>
        <translation>En service au plus tôt le</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="126"/>
        <source>In service since, at the latest</source>
        <translation>En service au plus tard le</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="126"/>
        <source>Out of service since, at the earliest</source>
        <translation>Hors service au plus tôt le</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="126"/>
        <source>Out of service since, at the latest</source>
        <translation>Hors service au plus tard le</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="143"/>
        <source>The latest day cannot be before the earliest.</source>
        <translation>Le jour « au plus tard » ne peut pas précéder le jour « au plus tôt ».</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="148"/>
        <source>Choose the kind of place.</source>
        <translation>Choisissez le type de lieu.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="149"/>
        <source>Give the place a name.</source>
        <translation>Donnez un nom au lieu.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_forms.py" line="158"/>
        <source>Some text is wanted, {n} characters at most.</source>
        <translation>Il faut un texte, de {n} caractères au plus.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="12"/>
        <source>Incivilities</source>
        <translation>Incivilités</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="13"/>
        <source>Noise</source>
        <translation>Bruit</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="14"/>
        <source>Gatherings</source>
        <translation>Rassemblements</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="15"/>
        <source>Drugs</source>
        <translation>Stupéfiants</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="16"/>
        <source>Motor rodeos</source>
        <translation>Rodéos motorisés</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="17"/>
        <source>Waste and dumping</source>
        <translation>Dépôts sauvages, propreté</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="18"/>
        <source>Damage</source>
        <translation>Dégradations</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="19"/>
        <source>Theft</source>
        <translation>Vols</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="20"/>
        <source>Violence</source>
        <translation>Violences</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="21"/>
        <source>Road safety and parking</source>
        <translation>Sécurité routière, stationnement</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="22"/>
        <source>Lighting and surroundings</source>
        <translation>Éclairage, aménagement</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="23"/>
        <source>Squat, empty building</source>
        <translation>Squat, bâtiment vacant</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="24"/>
        <source>Around a school</source>
        <translation>Abords d'un établissement scolaire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="25"/>
        <source>Public transport</source>
        <translation>Transports en commun</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="26"/>
        <source>Other theme</source>
        <translation>Autre thème</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="33"/>
        <source>The town&apos;s services</source>
        <translation>Services de la ville</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="34"/>
        <source>Municipal police</source>
        <translation>Police municipale</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="35"/>
        <source>CCTV centre</source>
        <translation>Centre de supervision urbain</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="36"/>
        <source>National police</source>
        <translation>Police nationale</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="37"/>
        <source>Gendarmerie</source>
        <translation>Gendarmerie</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="38"/>
        <source>Prefecture</source>
        <translation>Préfecture</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="39"/>
        <source>Public prosecutor&apos;s office</source>
        <translation>Parquet</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="40"/>
        <source>Département</source>
        <translation>Département</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="41"/>
        <source>Transport operator</source>
        <translation>Transporteur</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="42"/>
        <source>Social landlord</source>
        <translation>Bailleur social</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="43"/>
        <source>School, education authority</source>
        <translation>Éducation nationale, établissement</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="44"/>
        <source>Association</source>
        <translation>Association</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="46"/>
        <source>Other institution</source>
        <translation>Autre institution</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="243"/>
        <source>In progress</source>
        <translation>En cours</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="244"/>
        <source>Solved</source>
        <translation>Résolu</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="69"/>
        <source>1 – seen by a service, certain</source>
        <translation>1 – constaté par un service, certain</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="70"/>
        <source>2 – from several sources that agree</source>
        <translation>2 – plusieurs sources concordantes</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="71"/>
        <source>3 – from one source, plausible</source>
        <translation>3 – une source, vraisemblable</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/follow_up_words.py" line="72"/>
        <source>4 – hearsay, to be confirmed</source>
        <translation>4 – ouï-dire, à confirmer</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="147"/>
        <source>Choose who reports it.</source>
        <translation>Choisissez qui le signale.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="147"/>
        <source>Choose the category.</source>
        <translation>Choisissez la catégorie.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="147"/>
        <source>Say when it happened or began.</source>
        <translation>Dites quand cela s'est produit ou a commencé.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="153"/>
        <source>The end cannot be before the beginning.</source>
        <translation>La fin ne peut pas précéder le début.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="159"/>
        <source>The severity goes from 0 to 9, or is empty.</source>
        <translation>La gravité va de 0 à 9, ou reste vide.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/incident_form.py" line="165"/>
        <source>The count is 1 or more.</source>
        <translation>Le nombre est de 1 ou plus.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/observatory_group.py" line="265"/>
        <source>Problem places</source>
        <translation>Lieux à problèmes</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/observatory_group.py" line="266"/>
        <source>Problem places (areas)</source>
        <translation>Lieux à problèmes (zones)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/observatory_group.py" line="267"/>
        <source>Decisions</source>
        <translation>Décisions</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="99"/>
        <source>Somebody else has changed this since it was shown: it is shown again as it is now.</source>
        <translation>Quelqu'un d'autre l'a modifié depuis son affichage : il est affiché de nouveau tel qu'il est maintenant.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="102"/>
        <source>Somebody else has deleted this meanwhile: the list is read again.</source>
        <translation>Quelqu'un d'autre l'a supprimé entre-temps : la liste est relue.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="103"/>
        <source>The observatory does not accept this ({constraint}): correct it and save again.</source>
        <translation>L'observatoire n'accepte pas cela ({constraint}) : corrigez, puis enregistrez de nouveau.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="106"/>
        <source>The place has no name yet: give it one that the meeting knows.</source>
        <translation>Le lieu n'a pas encore de nom : donnez-lui celui que la réunion connaît.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="110"/>
        <source>The decision says nothing yet: write what is to be done.</source>
        <translation>La décision ne dit rien encore : écrivez ce qui est à faire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="111"/>
        <source>The note is empty: write what was observed.</source>
        <translation>La note est vide : écrivez ce qui a été observé.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="112"/>
        <source>The note has {n} characters, and {most} are kept: shorten it to what matters.</source>
        <translation>La note compte {n} caractères, et {most} sont conservés : réduisez-la à l'essentiel.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="115"/>
        <source>The note is tied to no place: pick a point, or choose a place or a territory.</source>
        <translation>La note n'est rattachée à aucun endroit : désignez un point, ou choisissez un lieu ou un territoire.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/diagnosis.py" line="20"/>
        <source>Diagnosis of hot spots</source>
        <translation>Diagnostic des points chauds</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/diagnosis.py" line="69"/>
        <source>Hot and cold spots</source>
        <translation>Points chauds et froids</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/figures.py" line="37"/>
        <source>hidden</source>
        <translation>masqué</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/companion.py" line="79"/>
        <source>Records by hour and day of the week</source>
        <translation>Enregistrements par heure et jour de la semaine</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/figures.py" line="54"/>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/run_cards.py" line="38"/>
        <source>{name}: {value} m</source>
        <translation>{name} : {value} m</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/run_cards.py" line="38"/>
        <source>{name}: {value}</source>
        <translation>{name} : {value}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="122"/>
        <source>A page with two periods needs the layers of its second map: choose them, or another content of the page.</source>
        <translation>Une page à deux périodes demande les couches de sa seconde carte : choisissez-les, ou un autre contenu de la page.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="126"/>
        <source>The layer “{layer}” has no area in it, and an atlas has a page for each: choose the layer of the quartiers, for example.</source>
        <translation>La couche « {layer} » ne contient aucune surface, et un atlas a une page pour chacune : choisissez par exemple la couche des quartiers.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="130"/>
        <source>An atlas is a PDF or a series of PNG files: choose such a name.</source>
        <translation>Un atlas est un PDF ou une série de fichiers PNG : choisissez un nom de ce type.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="131"/>
        <source>“{layer}” shows incidents as points, and no public page may: print a density or counts by territory, or choose a restricted diffusion.</source>
        <translation>« {layer} » montre les incidents en points, ce qu'aucune page publique ne peut faire : imprimez une densité ou des comptages par territoire, ou choisissez une diffusion restreinte.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="135"/>
        <source>“{layer}” is a list of places where incidents repeat, and no public page may show one: choose a restricted diffusion.</source>
        <translation>« {layer} » est une liste de lieux où les incidents se répètent, et aucune page publique ne peut en montrer : choisissez une diffusion restreinte.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/atlas.py" line="39"/>
        <source>Print an atlas</source>
        <translation>Imprimer un atlas</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/atlas.py" line="42"/>
        <source>Territories, a page each</source>
        <translation>Territoires, une page chacun</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/atlas.py" line="49"/>
        <source>Field with the territories&apos; names</source>
        <translation>Champ du nom des territoires</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/atlas.py" line="58"/>
        <source>An index page before the others</source>
        <translation>Une page d'index avant les autres</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/atlas.py" line="64"/>
        <source>Atlas</source>
        <translation>Atlas</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/atlas.py" line="69"/>
        <source>One map (as the first)</source>
        <translation>Une carte (comme le premier)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/atlas.py" line="96"/>
        <source>{n} pages.</source>
        <translation>{n} pages.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="90"/>
        <source>Subtitle (else the filter in words)</source>
        <translation>Sous-titre (à défaut, le filtre en mots)</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="90"/>
        <source>What stands on the page</source>
        <translation>Contenu de la page</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="90"/>
        <source>Records or figures for the table or chart</source>
        <translation>Enregistrements ou chiffres du tableau ou du graphique</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="90"/>
        <source>Chart</source>
        <translation>Graphique</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="90"/>
        <source>Rows of the table</source>
        <translation>Lignes du tableau</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="127"/>
        <source>Keep the layout in the project, to edit it</source>
        <translation>Garder la mise en page dans le projet, pour la modifier</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="157"/>
        <source>One map</source>
        <translation>Une carte</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="158"/>
        <source>Two periods side by side</source>
        <translation>Deux périodes côte à côte</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="159"/>
        <source>Map with a table</source>
        <translation>Carte et tableau</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="160"/>
        <source>Map with a chart</source>
        <translation>Carte et graphique</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="161"/>
        <source>Map with a locator</source>
        <translation>Carte et carton de situation</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="325"/>
        <source>Kept in the project as the layout “{name}”.</source>
        <translation>Gardée dans le projet comme mise en page « {name} ».</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="340"/>
        <source>Two periods: layers of the second map</source>
        <translation>Deux périodes : couches de la seconde carte</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="340"/>
        <source>Two periods: above the first map</source>
        <translation>Deux périodes : au-dessus de la première carte</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="340"/>
        <source>Two periods: above the second map</source>
        <translation>Deux périodes : au-dessus de la seconde carte</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="54"/>
        <source>Treated, before</source>
        <translation>Traitée, avant</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="55"/>
        <source>Treated, after</source>
        <translation>Traitée, après</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="56"/>
        <source>Control, before</source>
        <translation>Témoin, avant</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="57"/>
        <source>Control, after</source>
        <translation>Témoin, après</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="58"/>
        <source>Difference (WDD)</source>
        <translation>Différence (WDD)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="59"/>
        <source>Standard error</source>
        <translation>Erreur type</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="60"/>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="61"/>
        <source>Difference, from</source>
        <translation>Différence, de</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="62"/>
        <source>Difference, to</source>
        <translation>Différence, à</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="63"/>
        <source>Ratio of the changes</source>
        <translation>Rapport des évolutions</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="64"/>
        <source>Ratio, from</source>
        <translation>Rapport, de</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="65"/>
        <source>Ratio, to</source>
        <translation>Rapport, à</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/styling.py" line="66"/>
        <source>Variance over Poisson</source>
        <translation>Variance rapportée à Poisson</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="272"/>
        <source>The treated area and its control overlap, or what lies around them does: choose a control that has nothing in common with it.</source>
        <translation>La zone traitée et son témoin se chevauchent, ou leurs alentours : choisissez un témoin qui n'ait rien en commun avec elle.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="276"/>
        <source>Only one of the two areas around is given: give both, around the treated area and around the control, or none.</source>
        <translation>Un seul des deux alentours est donné : donnez les deux, autour de la zone traitée et autour du témoin, ou aucun.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/before_after.py" line="54"/>
        <source>Before and after, with a control</source>
        <translation>Avant et après, avec un témoin</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/before_after.py" line="60"/>
        <source>Where something was done</source>
        <translation>Là où l'on a agi</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/before_after.py" line="60"/>
        <source>Control: alike, and nothing was done</source>
        <translation>Témoin : semblable, et où l'on n'a rien fait</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/before_after.py" line="60"/>
        <source>Around where something was done</source>
        <translation>Autour de là où l'on a agi</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/before_after.py" line="60"/>
        <source>Around the control</source>
        <translation>Autour du témoin</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/before_after.py" line="60"/>
        <source>1 less the level of the interval</source>
        <translation>1 moins le niveau de l'intervalle</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/before_after.py" line="114"/>
        <source>outside the areas</source>
        <translation>hors des zones</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/before_after.py" line="173"/>
        <source>On the spot</source>
        <translation>Sur place</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/before_after.py" line="173"/>
        <source>Around it</source>
        <translation>Autour</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/before_after.py" line="186"/>
        <source>{n} incidents fewer than the control&apos;s change would give ({level} % interval {low} to {high}).</source>
        <translation>{n} incidents de moins que n'en donnerait l'évolution du témoin (intervalle à {level} % de {low} à {high}).</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/before_after.py" line="191"/>
        <source>{n} incidents more than the control&apos;s change would give ({level} % interval {low} to {high}).</source>
        <translation>{n} incidents de plus que n'en donnerait l'évolution du témoin (intervalle à {level} % de {low} à {high}).</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/before_after.py" line="196"/>
        <source>No effect can be told from chance: {wdd} incidents beside the control&apos;s change ({level} % interval {low} to {high}).</source>
        <translation>Aucun effet ne se distingue du hasard : {wdd} incidents par rapport à l'évolution du témoin (intervalle à {level} % de {low} à {high}).</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/before_after.py" line="214"/>
        <source>One of the counts is {n} only: the interval is rough, and a small effect unseen.</source>
        <translation>L'un des effectifs n'est que de {n} : l'intervalle est grossier, et un petit effet passe inaperçu.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/places/before_after.py" line="224"/>
        <source>In the period before, the treated area had {then} incidents, in the time before that {was}: it was chosen at its worst, and would have fallen back by itself.</source>
        <translation>Dans la période d'avant, la zone traitée a connu {then} incidents, dans le temps qui la précède {was} : elle a été choisie au plus mal, et serait retombée d'elle-même.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/style_actions.py" line="34"/>
        <source>The style of “{layer}” is this observatory's default from now on.</source>
        <translation>Le style de « {layer} » est désormais celui de cet observatoire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/style_actions.py" line="41"/>
        <source>“{layer}” has the plugin's style when it is added again.</source>
        <translation>« {layer} » aura le style de l'extension quand la couche sera ajoutée de nouveau.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/style_actions.py" line="58"/>
        <source>Make the style of “{layer}” the default</source>
        <translation>Prendre le style de « {layer} » par défaut</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/style_actions.py" line="59"/>
        <source>Give “{layer}” back the plugin's style</source>
        <translation>Rendre à « {layer} » le style de l'extension</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/views/kinds.py" line="106"/>
        <source>Incidents over time</source>
        <translation>Incidents dans le temps</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="307"/>
        <source>No rate: these categories share no denominator (residents or dwellings) that the territories have. Choose others.</source>
        <translation>Pas de taux : ces catégories n'ont pas de dénominateur commun (habitants ou logements) que les territoires connaissent. Choisissez-en d'autres.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/town.py" line="38"/>
        <source>Pictures (*.svg *.png *.jpg *.jpeg)</source>
        <translation>Images (*.svg *.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/town.py" line="39"/>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/town.py" line="71"/>
        <source>The logo cannot be read as a picture: choose an SVG, PNG or JPEG file.</source>
        <translation>Le logo n'est pas lisible comme image : choisissez un fichier SVG, PNG ou JPEG.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/town.py" line="76"/>
        <source>This colour is pale: the name will be hard to read on white paper.</source>
        <translation>Cette couleur est pâle : le nom sera difficile à lire sur du papier blanc.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/town.py" line="110"/>
        <source>Title of the map</source>
        <translation>Titre de la carte</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="148"/>
        <source>Print &amp;atlas…</source>
        <translation>Imprimer un &amp;atlas…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="151"/>
        <source>Town on printed pa&amp;ges…</source>
        <translation>Ville sur les pa&amp;ges imprimées…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/atlas.py" line="124"/>
        <source>The counts of this page are hidden.</source>
        <translation>Les effectifs de cette page sont masqués.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/views_menu.py" line="101"/>
        <source>“{view}” is drawn from 1:{scale} on: there are {n} records.</source>
        <translation>« {view} » se dessine à partir du 1:{scale} : il y a {n} enregistrements.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/map_print.py" line="362"/>
        <source>{layer}: at the centres of 100 m cells</source>
        <translation>{layer} : aux centres de mailles de 100 m</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/sites_tree.py" line="38"/>
        <source>Not solved</source>
        <translation>Non résolus</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/sites_tree.py" line="39"/>
        <source>With overdue decisions</source>
        <translation>Avec décisions en retard</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/sites_tree.py" line="42"/>
        <source>Any state</source>
        <translation>Tous les états</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/sites_tree.py" line="82"/>
        <source>Any territory</source>
        <translation>Tous les territoires</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/sites_tree.py" line="34"/>
        <source>Next due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/decisions_table.py" line="29"/>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/sites_tree.py" line="82"/>
        <source>{level}: all</source>
        <translation>{level} : tous</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/sites_tree.py" line="62"/>
        <source>Elsewhere</source>
        <translation>Ailleurs</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/sites_tree.py" line="69"/>
        <source>{area} ({n})</source>
        <translation>{area} ({n})</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/sites_tree.py" line="128"/>
        <source>overdue since {day}</source>
        <translation>en retard depuis le {day}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/dock.py" line="138"/>
        <source>No problem place yet: “New place…” opens one on the map.</source>
        <translation>Aucun lieu à problèmes pour le moment : « Nouveau lieu… » en ouvre un sur la carte.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/dock.py" line="138"/>
        <source>Choose a place in the list.</source>
        <translation>Choisissez un lieu dans la liste.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/decisions_table.py" line="54"/>
        <source>{day}, overdue</source>
        <translation>{day}, en retard</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/dock.py" line="182"/>
        <source>Counting…</source>
        <translation>Comptage…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/dock.py" line="183"/>
        <source>Counting incidents</source>
        <translation>Comptage des incidents</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/findings.py" line="30"/>
        <source>Looks like personal data and is masked when you save: {kinds}.</source>
        <translation>Ressemble à des données personnelles, qui seront masquées à l'enregistrement : {kinds}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/findings.py" line="70"/>
        <source>{n} of {most} characters</source>
        <translation>{n} caractères sur {most}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/incident_words.py" line="15"/>
        <source>the last 30 days</source>
        <translation>les 30 derniers jours</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/incident_words.py" line="16"/>
        <source>the last 90 days</source>
        <translation>les 90 derniers jours</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/incident_words.py" line="17"/>
        <source>the last 12 months</source>
        <translation>les 12 derniers mois</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/incident_words.py" line="25"/>
        <source>too short a history for a usual range</source>
        <translation>historique trop court pour une fourchette habituelle</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/incident_words.py" line="26"/>
        <source>{n}, {days}: {usual}.</source>
        <translation>{n}, {days} : {usual}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/incident_words.py" line="30"/>
        <source>Not counted, as no agreement shows their places this finely: {names}.</source>
        <translation>Non comptés, aucune convention ne montrant leurs lieux aussi finement : {names}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/incident_words.py" line="40"/>
        <source>Counting needs the Python library {name}.</source>
        <translation>Le comptage a besoin de la bibliothèque Python {name}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/incident_words.py" line="41"/>
        <source>The incidents could not be counted.</source>
        <translation>Les incidents n'ont pas pu être comptés.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/site_dialog.py" line="82"/>
        <source>no theme yet</source>
        <translation>pas encore de thème</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/observation_dialog.py" line="63"/>
        <source>not assessed</source>
        <translation>non évaluée</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/observation_dialog.py" line="66"/>
        <source>{name} ({level})</source>
        <translation>{name} ({level})</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/observation_dialog.py" line="146"/>
        <source>The observation is saved.</source>
        <translation>L'observation est enregistrée.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/site_dialog.py" line="129"/>
        <source>A point</source>
        <translation>Un point</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/site_dialog.py" line="127"/>
        <source>Not on the map yet</source>
        <translation>Pas encore sur la carte</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/site_dialog.py" line="131"/>
        <source>An area of {n} m²</source>
        <translation>Une zone de {n} m²</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/site_dialog.py" line="144"/>
        <source>nobody yet</source>
        <translation>pas encore de pilote</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/writer.py" line="68"/>
        <source>Writing {name}</source>
        <translation>Écriture dans {name}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/writer.py" line="90"/>
        <source>Undo: “{name}” was added</source>
        <translation>Annuler : « {name} » a été ajouté</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/writer.py" line="91"/>
        <source>Undo: “{name}” was changed</source>
        <translation>Annuler : « {name} » a été modifié</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/writer.py" line="92"/>
        <source>Undo: “{name}” was deleted</source>
        <translation>Annuler : « {name} » a été supprimé</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="131"/>
        <source>Pro&amp;blem places…</source>
        <translation>Lieux à pro&amp;blèmes…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="131"/>
        <source>Enter an &amp;observation…</source>
        <translation>Saisir une &amp;observation…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="107"/>
        <source>The place is not on the map yet: pick a point, or draw its area.</source>
        <translation>Le lieu n'est pas encore sur la carte : désignez un point ou dessinez sa zone.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/findings.py" line="36"/>
        <source>{kind} ({n})</source>
        <translation>{kind} ({n})</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/words.py" line="17"/>
        <source>{one}; {other}</source>
        <translation>{one} ; {other}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/diagnosis.py" line="64"/>
        <source>{year}, in its usual range</source>
        <translation>{year}, dans sa fourchette habituelle</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/diagnosis.py" line="95"/>
        <source>{source}, year by year</source>
        <translation>{source}, année par année</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/diagnosis.py" line="97"/>
        <source>No record of this territory in these years.</source>
        <translation>Aucun enregistrement de ce territoire sur ces années.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/diagnosis.py" line="100"/>
        <source>Family</source>
        <translation>Famille</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/diagnosis.py" line="107"/>
        <source>–: the partner has not told of the whole year.</source>
        <translation>– : le partenaire n'a pas transmis toute l'année.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="402"/>
        <source>From {first} to {last} is no span of years: the first comes first, and at most {most} years go on the pages.</source>
        <translation>De {first} à {last}, ce n'est pas une suite d'années : la première d'abord, et {most} années au plus tiennent sur les pages.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/diagnostic.py" line="28"/>
        <source>Safety diagnosis of a territory</source>
        <translation>Diagnostic de sécurité d'un territoire</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/diagnostic.py" line="33"/>
        <source>First year</source>
        <translation>Première année</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/diagnostic.py" line="33"/>
        <source>Last year</source>
        <translation>Dernière année</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/diagnostic.py" line="36"/>
        <source>Diagnosis</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/diagnostic.py" line="83"/>
        <source>Safety diagnosis, {first}–{last}</source>
        <translation>Diagnostic de sécurité, {first}–{last}</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/diagnostic.py" line="129"/>
        <source>The observatory holds no record; its monthly counts speak.</source>
        <translation>L'observatoire ne détient aucun enregistrement ; ses comptes mensuels parlent.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/diagnostic.py" line="130"/>
        <source>Records are held from {month} on.</source>
        <translation>Les enregistrements sont détenus à partir de {month}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/diagnostic.py" line="132"/>
        <source>What was deleted at the end of its time is counted by month: no map, no hours.</source>
        <translation>Ce qui a été supprimé au terme de sa durée est compté par mois : ni carte, ni heures.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="401"/>
        <source>“{text}” is no year: write four digits, such as 2025.</source>
        <translation>« {text} » n'est pas une année : écrivez quatre chiffres, comme 2025.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/observation_dialog.py" line="64"/>
        <source>no place of the inventory</source>
        <translation>aucun lieu de l'inventaire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/observation_dialog.py" line="69"/>
        <source>no territory</source>
        <translation>aucun territoire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/filters_menu.py" line="90"/>
        <source>Under which name, for all who open this observatory?</source>
        <translation>Sous quel nom, pour tous ceux qui ouvrent cet observatoire ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/filters_menu.py" line="91"/>
        <source>There is a filter of that name: this one replaces it.</source>
        <translation>Un filtre porte ce nom : celui-ci le remplace.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/filters_menu.py" line="99"/>
        <source>Delete the filter “{name}” for all who open this observatory?</source>
        <translation>Supprimer le filtre « {name} » pour tous ceux qui ouvrent cet observatoire ?</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/filters_menu.py" line="100"/>
        <source>Delete a filter</source>
        <translation>Supprimer un filtre</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="48"/>
        <source>not yet in use on that day; choose another</source>
        <translation>pas encore en usage ce jour-là ; choisissez-en une autre</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/words.py" line="49"/>
        <source>no longer in use on that day; choose another</source>
        <translation>plus en usage ce jour-là ; choisissez-en une autre</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/saving.py" line="113"/>
        <source>S&amp;how theirs</source>
        <translation>V&amp;oir la sienne</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="149"/>
        <source>Bulletin and session packs</source>
        <translation>Bulletin et dossiers de séance</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/agreement_words.py" line="97"/>
        <source>its agreement ({reference}) does not name the purpose “{purpose}”</source>
        <translation>sa convention ({reference}) ne prévoit pas la finalité « {purpose} »</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/agreement_words.py" line="100"/>
        <source>its agreement ({reference}) does not let its figures go to {diffusion}</source>
        <translation>sa convention ({reference}) ne permet pas cette diffusion ({diffusion})</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/agreement_words.py" line="103"/>
        <source>its agreement ({reference}) ended on {day}</source>
        <translation>sa convention ({reference}) a pris fin le {day}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/agreement_words.py" line="104"/>
        <source>its agreement ({reference}) begins on {day}</source>
        <translation>sa convention ({reference}) commence le {day}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/agreement_words.py" line="105"/>
        <source>without an agreement its figures are for internal use only</source>
        <translation>sans convention, ses chiffres sont réservés à l'usage interne</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/agreement_words.py" line="107"/>
        <source>its agreement ({reference}) does not allow it</source>
        <translation>sa convention ({reference}) ne le permet pas</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/agreement_words.py" line="113"/>
        <source>{partner} is not on this page: {reason}.</source>
        <translation>{partner} ne figure pas ici : {reason}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin.py" line="98"/>
        <source>victim</source>
        <translation>victime</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin.py" line="99"/>
        <source>victim heard</source>
        <translation>victime entendue</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin.py" line="100"/>
        <source>offence</source>
        <translation>infraction</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin.py" line="101"/>
        <source>vehicle</source>
        <translation>véhicule</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin.py" line="102"/>
        <source>suspect</source>
        <translation>mis en cause</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="35"/>
        <source>The one indicator that can be judged lies outside its usual range: {list}.</source>
        <translation>Le seul indicateur comparable sort de sa fourchette habituelle : {list}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="37"/>
        <source>Of the {all} indicators that can be judged, one lies outside its usual range: {list}.</source>
        <translation>Sur les {all} indicateurs comparables, un sort de sa fourchette habituelle : {list}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="41"/>
        <source>Of the {all} indicators that can be judged, {n} lie outside their usual range: {list}.</source>
        <translation>Sur les {all} indicateurs comparables, {n} sortent de leur fourchette habituelle : {list}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="67"/>
        <source>{source}, all categories: most records are in {territory}, {n}.</source>
        <translation>{source}, toutes catégories : le territoire qui compte le plus d'enregistrements est {territory}, {n}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="72"/>
        <source>{source}, all categories: most records are in {territory}, {n} of {total}{share}.</source>
        <translation>{source}, toutes catégories : le territoire qui compte le plus d'enregistrements est {territory}, {n} sur {total}{share}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="103"/>
        <source>Since the bulletin of {period}, made on {date}, among the records of its period (that bulletin&apos;s figures stay as they were printed):</source>
        <translation>Depuis le bulletin de {period}, établi le {date}, parmi les enregistrements de sa période (ses chiffres restent tels qu'ils ont été imprimés) :</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="112"/>
        <source>The other partners: nothing changed.</source>
        <translation>Les autres partenaires : rien n'a changé.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="112"/>
        <source>Nothing changed.</source>
        <translation>Rien n'a changé.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="122"/>
        <source>1 withdrawn by the partner</source>
        <translation>1 retiré par le partenaire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="122"/>
        <source>{n} withdrawn by the partner</source>
        <translation>{n} retirés par le partenaire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/bulletin_words.py" line="129"/>
        <source>{partner}: {changes}.</source>
        <translation>{partner} : {changes}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/measure_words.py" line="126"/>
        <source>Counts below {n} are not printed, nor what would tell them, of: {partners}.</source>
        <translation>Les effectifs inférieurs à {n} ne sont pas imprimés, ni ce qui les révélerait, pour : {partners}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="274"/>
        <source>“Not shown”: beside what was published before, the figure would tell a small count.</source>
        <translation>« Non affiché » : rapproché de ce qui a déjà été publié, le chiffre révélerait un petit effectif.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/bulletin.py" line="83"/>
        <source>Public tranquillity bulletin</source>
        <translation>Bulletin de la tranquillité publique</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/measure_words.py" line="103"/>
        <source>{sign}{value}%</source>
        <translation>{sign}{value} %</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="203"/>
        <source>{source}: fewer than {n} records with a place, too few for a map.</source>
        <translation>{source} : moins de {n} enregistrements localisés, trop peu pour une carte.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="212"/>
        <source>{source}, {records}. Darker: more per km² (radius of 250 m).</source>
        <translation>{source}, {records}. Plus foncé : plus nombreux au km² (rayon de 250 m).</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="212"/>
        <source>1 record with a place</source>
        <translation>1 enregistrement localisé</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="212"/>
        <source>{n} records with a place</source>
        <translation>{n} enregistrements localisés</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="207"/>
        <source>{source}. Darker: more per km² (radius of 250 m).</source>
        <translation>{source}. Plus foncé : plus nombreux au km² (rayon de 250 m).</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/round_document.py" line="210"/>
        <source>Blank where fewer than {n} lie within it.</source>
        <translation>Vide là où moins de {n} s'y trouvent.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="204"/>
        <source>The layer “{layer}” has no polygon in it that covers anything: choose another layer of polygons, or clear its filter.</source>
        <translation>La couche « {layer} » ne contient aucun polygone qui couvre une surface : choisissez une autre couche de polygones, ou effacez son filtre.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="248"/>
        <source>{file} is what this run reads, and the result would take its place: choose another file for the result.</source>
        <translation>{file} est lu par ce traitement, et le résultat en prendrait la place : choisissez un autre fichier pour le résultat.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="252"/>
        <source>{file} is an observatory, and the result would take the place of its records: choose another file for the result.</source>
        <translation>{file} est un observatoire, et le résultat prendrait la place de ses enregistrements : choisissez un autre fichier pour le résultat.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/picking.py" line="62"/>
        <source>{n} more: the attribute table lists them all</source>
        <translation>{n} de plus : la table d'attributs les donne tous</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/incident_form/windows.py" line="73"/>
        <source>There is no incident at that point.</source>
        <translation>Il n'y a pas d'incident à cet endroit.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/typed_texts.py" line="67"/>
        <source>“{layer}”: what looks like personal data was not saved, […] stands in its place: {kinds}.</source>
        <translation>« {layer} » : ce qui ressemble à une donnée personnelle n'a pas été enregistré, […] le remplace : {kinds}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="367"/>
        <source>The study area has {area} km², and robustness is asked on cells of 50 m, for {most} km² at most: choose a smaller study area.</source>
        <translation>Le périmètre d'étude couvre {area} km², et la robustesse se calcule sur des cellules de 50 m, pour {most} km² au plus : choisissez un périmètre d'étude plus petit.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="383"/>
        <source>No cell can be tested, because none has a neighbour and lies at least half inside the study area: choose smaller cells, or polygons that touch.</source>
        <translation>Aucune cellule ne peut être testée, car aucune n'a de voisine et ne se trouve au moins à moitié dans le périmètre d'étude : choisissez des cellules plus petites, ou des polygones qui se touchent.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="391"/>
        <source>No record has a number in the weight field “{field}”: choose another field, or none.</source>
        <translation>Aucun enregistrement n'a de nombre dans le champ de poids « {field} » : choisissez un autre champ, ou aucun.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="394"/>
        <source>By the weight field “{field}” the records weigh {n} in all, too little for a result: choose another field, or none.</source>
        <translation>Selon le champ de poids « {field} », les enregistrements pèsent {n} en tout, trop peu pour un résultat : choisissez un autre champ, ou aucun.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/getis_ord.py" line="134"/>
        <source>p from {n} random sums of the map&apos;s own cells, the same for every cell: the weights have no common unit, or are too many to calculate with.</source>
        <translation>p d'après {n} sommes tirées au hasard parmi les cellules de la carte, les mêmes pour toutes : les poids n'ont pas d'unité commune, ou sont trop nombreux pour un calcul exact.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/hot_spots/cell_map.py" line="213"/>
        <source>To start from, cells of {size} m: √(2 A / n) of these records, {exact} m, is outside of what makes sense (50 to 1,000 m).</source>
        <translation>Pour commencer, des cellules de {size} m : pour ces enregistrements, √(2 A / n), soit {exact} m, sort de ce qui a un sens (50 à 1 000 m).</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/precision.py" line="112"/>
        <source>Precise place, or its 100 m cell</source>
        <translation>Lieu précis, ou sa maille de 100 m</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/precision.py" line="112"/>
        <source>100 m cell of a precise place</source>
        <translation>Maille de 100 m d'un lieu précis</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/layers/precision.py" line="112"/>
        <source>100 m cell of an approximate place</source>
        <translation>Maille de 100 m d'un lieu approximatif</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/figures.py" line="114"/>
        <source>{title}, the last {n} months</source>
        <translation>{title}, les {n} derniers mois</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/table.py" line="154"/>
        <source>and {n} more on the next page</source>
        <translation>et {n} autres à la page suivante</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="244"/>
        <source>This result is a table without a map, which a file ending in {ending} cannot hold: choose .gpkg or .csv.</source>
        <translation>Ce résultat est une table sans carte, qu'un fichier en {ending} ne peut pas contenir : choisissez .gpkg ou .csv.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/chart.py" line="133"/>
        <source>{title}, the first {shown} of {n}</source>
        <translation>{title}, les {shown} premières lignes sur {n}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/dock.py" line="211"/>
        <source>“{name}” has decisions ({n}): delete them first, or set it to solved.</source>
        <translation>« {name} » a des décisions ({n}) : supprimez-les d'abord, ou déclarez le lieu résolu.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/windows.py" line="40"/>
        <source>Delete this observation</source>
        <translation>Supprimer cette observation</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/follow_up/writer.py" line="98"/>
        <source>“{name}” is deleted.</source>
        <translation>« {name} » est supprimé.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/draft_offers.py" line="82"/>
        <source>A problem place that was being entered ({when}) was not saved.</source>
        <translation>Un lieu à problèmes en cours de saisie ({when}) n'a pas été enregistré.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/draft_offers.py" line="83"/>
        <source>A decision that was being entered ({when}) was not saved.</source>
        <translation>Une décision en cours de saisie ({when}) n'a pas été enregistrée.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/draft_offers.py" line="84"/>
        <source>An observation that was being entered ({when}) was not saved.</source>
        <translation>Une observation en cours de saisie ({when}) n'a pas été enregistrée.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_sheet.py" line="40"/>
        <source>What a partner fills in</source>
        <translation>Ce qu'un partenaire remplit</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_sheet.py" line="63"/>
        <source>On &amp;paper too (PDF)</source>
        <translation>Sur &amp;papier aussi (PDF)</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_sheet.py" line="94"/>
        <source>Written: {files}. What comes back is read by the profile “{profile}”.</source>
        <translation>Écrit : {files}. Ce qui revient est lu par le profil « {profile} ».</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_sheet.py" line="163"/>
        <source>Open the &amp;folder</source>
        <translation>Ouvrir le do&amp;ssier</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_sheet.py" line="144"/>
        <source>A workbook whose lists follow the partner's agreement, with no column for a name or free text and a box for “nothing to report”. What comes back is imported like any other file.</source>
        <translation>Un classeur dont les listes suivent la convention du partenaire, sans colonne pour un nom ni texte libre, avec une case « rien à signaler ». Ce qui revient s'importe comme tout autre fichier.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_sheet.py" line="153"/>
        <source>Pa&amp;rtner</source>
        <translation>Par&amp;tenaire</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_sheet.py" line="156"/>
        <source>F&amp;older</source>
        <translation>D&amp;ossier</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/partner_sheet.py" line="161"/>
        <source>&amp;Make the sheet</source>
        <translation>&amp;Créer la fiche</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/workbench.py" line="108"/>
        <source>What a partner &amp;fills in…</source>
        <translation>Ce qu'un partenaire &amp;remplit…</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="301"/>
        <source>Every month counted at the age that the last one has; ×: nothing has come; –: not shown.</source>
        <translation>Chaque mois est compté au même âge que le dernier ; × : rien n'est arrivé ; – : non affiché.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="157"/>
        <source>“{layer}” counts records of {n} partners together, and a public page has one source at a time, so that its counts can be held against those published before: make it of one partner's records.</source>
        <translation>« {layer} » compte ensemble les enregistrements de {n} partenaires, et une page publique n'a qu'une source à la fois, pour que ses effectifs puissent être rapprochés de ceux déjà publiés : refaites-la avec les enregistrements d'un seul partenaire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="162"/>
        <source>“{layer}” does not say which of the observatory's records it counts, so that it cannot be held against what was published before: make it again from the incidents.</source>
        <translation>« {layer} » ne dit pas quels enregistrements de l'observatoire elle compte, et ne peut donc pas être rapprochée de ce qui a déjà été publié : refaites-la à partir des incidents.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="166"/>
        <source>The observatory {file}, whose records “{layer}” counts, is not open here, so that the page cannot be held against what was published before: open it, then print again.</source>
        <translation>L'observatoire {file}, dont « {layer} » compte les enregistrements, n'est pas ouvert ici, et la page ne peut pas être rapprochée de ce qui a déjà été publié : ouvrez-le, puis imprimez à nouveau.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/public_map.py" line="119"/>
        <source>{layer}: {n} not shown, which beside what was published before would tell of fewer than {least}</source>
        <translation>{layer} : {n} non affichés, qui, rapprochés de ce qui a déjà été publié, révéleraient moins de {least} enregistrements</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="170"/>
        <source>Beside what was published before, every count of “{layer}” would tell of fewer than {least} records: print the areas and days of the earlier publication, or leave this layer out.</source>
        <translation>Rapproché de ce qui a déjà été publié, chaque effectif de « {layer} » révélerait moins de {least} enregistrements : imprimez les territoires et les jours de la publication précédente, ou retirez cette couche.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="327"/>
        <source>new site</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="334"/>
        <source>overdue</source>
        <translation>en retard</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="358"/>
        <source>That would be {millions} million cells, and 50 million is the most: choose cells of {least} m or more, or a smaller study area. Without one, a single record far astray stretches the map.</source>
        <translation>Cela ferait {millions} millions de cellules, et le maximum est de 50 millions : choisissez des cellules de {least} m ou plus, ou un périmètre d'étude plus petit. Sans périmètre, un seul enregistrement très à l'écart étire la carte.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_territories.py" line="76"/>
        <source>Territories with neither a code nor a name, left out: {n}</source>
        <translation>Territoires sans code ni nom, écartés : {n}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/dock/figure_words.py" line="26"/>
        <source>out of {shown} possible, of which {n} uncertain</source>
        <translation>sur {shown} possibles, dont {n} incertains</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/transparency_sheet.py" line="94"/>
        <source>more than {n}</source>
        <translation>plus de {n}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/figures.py" line="212"/>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="143"/>
        <source>“{layer}” does not say on how many incidents each of its cells rests, and a page on which small counts are hidden cannot show it: print a kernel density of unweighted records, or counts by territory, or choose the internal diffusion.</source>
        <translation>« {layer} » ne dit pas sur combien d'incidents repose chacune de ses mailles, et une page où les petits effectifs sont masqués ne peut pas le montrer : imprimez une densité par noyau d'enregistrements non pondérés, ou des comptages par territoire, ou choisissez la diffusion interne.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="153"/>
        <source>“{layer}” is a table of the observatory that may not stand on a page for {diffusion}: leave it out, or choose the internal diffusion.</source>
        <translation>« {layer} » est une table de l'observatoire qui ne peut pas figurer sur une page destinée au {diffusion} : retirez-la, ou choisissez la diffusion interne.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/draft_offers.py" line="67"/>
        <source>Another QGIS window has gone on with it meanwhile, or given it up.</source>
        <translation>Une autre fenêtre de QGIS l'a repris entre-temps, ou y a renoncé.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/check_step.py" line="224"/>
        <source>from earlier days</source>
        <translation>de jours antérieurs</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/check_step.py" line="224"/>
        <source>New rows of days that the partner&apos;s deliveries reach already.</source>
        <translation>Lignes nouvelles de jours que les livraisons du partenaire atteignent déjà.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/check_step.py" line="228"/>
        <source>close to others&apos;</source>
        <translation>proches d'un autre</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/check_step.py" line="228"/>
        <source>New rows close in place, time and category to another partner&apos;s report.</source>
        <translation>Lignes nouvelles proches, par le lieu, l'heure et la catégorie, d'un signalement d'un autre partenaire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/check_step.py" line="232"/>
        <source>Records of the period that this delivery lacks: proposed as withdrawn.</source>
        <translation>Enregistrements de la période que cette livraison ne contient plus : proposés comme retirés.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/delivered_file.py" line="146"/>
        <source>New rows of days that the partner&apos;s deliveries reach already: {n}.</source>
        <translation>Lignes nouvelles de jours que les livraisons du partenaire atteignent déjà : {n}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="82"/>
        <source>New, of days delivered before</source>
        <translation>Nouvelles, de jours déjà livrés</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/observatory/import_incidents.py" line="192"/>
        <source>New rows of days up to {day}, which the partner&apos;s deliveries reach already: {n}.</source>
        <translation>Lignes nouvelles de jours jusqu'au {day}, que les livraisons du partenaire atteignent déjà : {n}.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="167"/>
        <source>The file fits “{others}” as well as “{profile}”: choose the profile of its partner.</source>
        <translation>Le fichier convient à « {others} » autant qu'à « {profile} » : choisissez le profil de son partenaire.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_round/delivered_file.py" line="112"/>
        <source>Tick the file to import it with the profile shown here.</source>
        <translation>Cochez le fichier pour l'importer avec le profil indiqué ici.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="139"/>
        <source>The corners of the areas in “{layer}” are places of incidents, and no public page may show these: print a density or counts by territory, or choose a restricted diffusion.</source>
        <translation>Les sommets des surfaces de « {layer} » sont des lieux d'incidents, qu'aucune page publique ne peut montrer : imprimez une densité ou des comptages par territoire, ou choisissez une diffusion restreinte.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="174"/>
        <source>The sheet “{sheet}” has gone: “{found}” is read.</source>
        <translation>La feuille « {sheet} » a disparu : « {found} » est lue.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="148"/>
        <source>“{layer}” has incidents of an observatory and does not read its file, so that no agreement can be asked: print the observatory's own layer, or choose the internal diffusion.</source>
        <translation>« {layer} » contient des incidents d'un observatoire sans lire son fichier, de sorte qu'aucune convention ne peut être interrogée : imprimez la couche de l'observatoire elle-même, ou choisissez la diffusion interne.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/looking.py" line="249"/>
        <source>a few stand twice and will be refused</source>
        <translation>quelques-uns sont en double et seront refusés</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/typed_path.py" line="39"/>
        <source>This is a folder: choose a file in it.</source>
        <translation>C'est un dossier : choisissez un fichier qu'il contient.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/typed_path.py" line="41"/>
        <source>The folder holds no file of this name: check the name, or browse for the file.</source>
        <translation>Le dossier ne contient aucun fichier de ce nom : vérifiez le nom ou parcourez les dossiers.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/typed_path.py" line="42"/>
        <source>The folder cannot be found: check its name, or browse for the file.</source>
        <translation>Le dossier est introuvable : vérifiez son nom ou parcourez les dossiers pour trouver le fichier.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/typed_path.py" line="48"/>
        <source>Choose a folder first.</source>
        <translation>Choisissez d'abord un dossier.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/typed_path.py" line="51"/>
        <source>There is no such folder: choose another.</source>
        <translation>Ce dossier est introuvable : choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="689"/>
        <source>Somebody has changed the agreement with {partner}, or the town&apos;s list of categories, while the file was read: nothing was imported; import it again.</source>
        <translation>Quelqu'un a modifié la convention avec {partner}, ou la liste des catégories de la commune, pendant la lecture du fichier : rien n'a été importé ; importez-le de nouveau.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="708"/>
        <source>{name} has more than {limit} million rows, which is the most that is read at once: split it, for example by year.</source>
        <translation>{name} a plus de {limit} millions de lignes, le plus qui puisse être lu en une fois : divisez-le, par exemple par année.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/check_step.py" line="217"/>
        <source>No coordinates and no address that the town has, or a sensitive category, which is kept by area only.</source>
        <translation>Ni coordonnées ni adresse que la ville connaît, ou une catégorie sensible, gardée par territoire seulement.</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/columns_step.py" line="306"/>
        <source>month</source>
        <translation>mois</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/translation.py" line="801"/>
        <source>a cell cannot be read or is out of bounds (severity 0 to 9, number of facts from 1), or the row has more cells than the header</source>
        <translation>une cellule ne peut pas être lue ou sort des limites (gravité de 0 à 9, nombre de faits à partir de 1), ou la ligne a plus de cellules que l'en-tête</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/printing/round_parts.py" line="266"/>
        <source>Of these partners a record may stand for several facts, such as a line of a table by area: the figures count the records, not what they stand for: {partners}.</source>
        <translation>De ces partenaires, un enregistrement peut valoir plusieurs faits, comme une ligne d'un tableau par territoire ; les chiffres comptent les enregistrements, non ce qu'ils valent : {partners}.</translation>
    </message>
    <message>
        <location filename="../processing_algorithms/printing/hot_spot_layers.py" line="112"/>
        <source>{partner}: {reason}</source>
        <translation>{partner} : {reason}</translation>
    </message>
    <message>
        <location filename="../oltp_plugin/gui/import_dialog/dialog.py" line="277"/>
        <source>What happened is part of the partner&apos;s number: a requalified row will be new, and its old one no longer delivered. The number alone follows it.</source>
        <translation>La nature du fait entre dans le n° du partenaire : une ligne requalifiée sera un nouvel enregistrement, et l'ancien ne sera plus livré. Le numéro seul permet de la suivre.</translation>
    </message>
</context>
<context>
    <name>AgreementForm</name>
    <message>
        <location filename="../forms/agreement.ui" line="14"/>
        <source>Agreement</source>
        <translation>Convention</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="23"/>
        <source>What is not limited here is allowed; what is recorded here, the plugin keeps to.</source>
        <translation>Ce qui n'est pas limité ici est permis ; ce qui est enregistré ici, l'extension s'y tient.</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="34"/>
        <source>&amp;Convention</source>
        <translation>&amp;Convention</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="45"/>
        <source>&amp;Partner</source>
        <translation>&amp;Partenaire</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="62"/>
        <source>&amp;Reference</source>
        <translation>&amp;Référence</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="85"/>
        <source>where the signed text is kept</source>
        <translation>où se trouve le texte signé</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="92"/>
        <source>&amp;Signed on</source>
        <translation>&amp;Signée le</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="105"/>
        <source>In force &amp;from</source>
        <translation>En vigueur d&amp;u</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="118"/>
        <source>In force &amp;until</source>
        <translation>Jus&amp;qu'au</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="131"/>
        <source>R&amp;hythm of delivery</source>
        <translation>R&amp;ythme de livraison</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="144"/>
        <source>&amp;Keep records for</source>
        <translation>Conser&amp;ver</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="163"/>
        <source>Other durations, by category:</source>
        <translation>Autres durées, par catégorie :</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="170"/>
        <source>Durations by category</source>
        <translation>Durées par catégorie</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="174"/>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="179"/>
        <source>Months</source>
        <translation>Mois</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="189"/>
        <source>&amp;Add a duration</source>
        <translation>A&amp;jouter une durée</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="199"/>
        <source>Re&amp;move</source>
        <translation>Re&amp;tirer</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="225"/>
        <source>What may &amp;enter</source>
        <translation>Ce qui peut &amp;entrer</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="251"/>
        <source>House &amp;numbers of dwellings may be stored</source>
        <translation>Les &amp;numéros des logements peuvent être conservés</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="260"/>
        <source>Only these &amp;fields</source>
        <translation>Seulement ces cham&amp;ps</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="272"/>
        <source>Fields allowed</source>
        <translation>Champs permis</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="284"/>
        <source>Only these &amp;categories</source>
        <translation>Seulement ces caté&amp;gories</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="296"/>
        <source>Filter…</source>
        <translation>Filtrer…</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="303"/>
        <source>Categories allowed</source>
        <translation>Catégories permises</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="317"/>
        <source>What may be &amp;done with it</source>
        <translation>Ce qu'on peut en &amp;faire</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="362"/>
        <source>Only for these p&amp;urposes</source>
        <translation>Seulement pour ces &amp;finalités</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="374"/>
        <source>Purposes</source>
        <translation>Finalités</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="388"/>
        <source>&amp;Recipients</source>
        <translation>&amp;Destinataires</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="400"/>
        <source>Recipients</source>
        <translation>Destinataires</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="409"/>
        <source>an institution</source>
        <translation>une institution</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="416"/>
        <source>A&amp;dd</source>
        <translation>Aj&amp;outer</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="431"/>
        <source>Together with other sources</source>
        <translation>Rapprochement avec d'autres sources</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="440"/>
        <source>Partners with whom</source>
        <translation>Partenaires permis</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="465"/>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="475"/>
        <source>E&amp;xport…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="75"/>
        <source>D&amp;ocument</source>
        <translation>&amp;Document</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="238"/>
        <source>Finest pla&amp;ce stored</source>
        <translation>Lieu le plus &amp;fin conservé</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="330"/>
        <source>Finest place sho&amp;wn</source>
        <translation>Lieu le plus fin &amp;montré</translation>
    </message>
    <message>
        <location filename="../forms/agreement.ui" line="343"/>
        <source>Small coun&amp;ts</source>
        <translation>Petits nom&amp;bres</translation>
    </message>
</context>
<context>
    <name>CoveragePanel</name>
    <message>
        <location filename="../forms/coverage_panel.ui" line="13"/>
        <source>Mo&amp;nths</source>
        <translation>&amp;Mois</translation>
    </message>
    <message>
        <location filename="../forms/coverage_panel.ui" line="19"/>
        <source>Coverage by partner and month</source>
        <translation>Couverture par partenaire et par mois</translation>
    </message>
    <message>
        <location filename="../forms/coverage_panel.ui" line="32"/>
        <source>&amp;Take it back</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <location filename="../forms/coverage_panel.ui" line="31"/>
        <source>&amp;Expected deliveries…</source>
        <translation>Livraisons attend&amp;ues…</translation>
    </message>
    <message>
        <location filename="../forms/coverage_panel.ui" line="33"/>
        <source>Record nothing to &amp;report</source>
        <translation>Déclarer &amp;néant</translation>
    </message>
</context>
<context>
    <name>DecisionForm</name>
    <message>
        <location filename="../forms/decision.ui" line="14"/>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <location filename="../forms/decision.ui" line="28"/>
        <source>&amp;What is to be done</source>
        <translation>&amp;Ce qui est à faire</translation>
    </message>
    <message>
        <location filename="../forms/decision.ui" line="45"/>
        <source>Who &amp;leads</source>
        <translation>Pi&amp;lote</translation>
    </message>
    <message>
        <location filename="../forms/decision.ui" line="58"/>
        <source>&amp;Decided on</source>
        <translation>&amp;Décidé le</translation>
    </message>
    <message>
        <location filename="../forms/decision.ui" line="75"/>
        <source>&amp;Until</source>
        <translation>J&amp;usqu'au</translation>
    </message>
    <message>
        <location filename="../forms/decision.ui" line="92"/>
        <source>D&amp;one on</source>
        <translation>&amp;Fait le</translation>
    </message>
</context>
<context>
    <name>ImportCheck</name>
    <message>
        <location filename="../forms/import_check.ui" line="11"/>
        <source>The &amp;delivery is</source>
        <translation>Type de &amp;livraison</translation>
    </message>
    <message>
        <location filename="../forms/import_check.ui" line="13"/>
        <source>It covers</source>
        <translation>Période du</translation>
    </message>
    <message>
        <location filename="../forms/import_check.ui" line="13"/>
        <source>Otherwise from the first to the last day in the file.</source>
        <translation>À défaut, du premier au dernier jour du fichier.</translation>
    </message>
    <message>
        <location filename="../forms/import_check.ui" line="14"/>
        <source>First day covered</source>
        <translation>Premier jour couvert</translation>
    </message>
    <message>
        <location filename="../forms/import_check.ui" line="15"/>
        <source>to</source>
        <translation>au</translation>
    </message>
    <message>
        <location filename="../forms/import_check.ui" line="16"/>
        <source>Last day covered</source>
        <translation>Dernier jour couvert</translation>
    </message>
    <message>
        <location filename="../forms/import_check.ui" line="18"/>
        <source>C&amp;heck again</source>
        <translation>Vérifier de no&amp;uveau</translation>
    </message>
    <message>
        <location filename="../forms/import_check.ui" line="44"/>
        <source>Refused rows</source>
        <translation>Lignes refusées</translation>
    </message>
    <message>
        <location filename="../forms/import_check.ui" line="52"/>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <location filename="../forms/import_check.ui" line="53"/>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <location filename="../forms/import_check.ui" line="54"/>
        <source>Why it is refused</source>
        <translation>Raison du refus</translation>
    </message>
    <message>
        <location filename="../forms/import_check.ui" line="62"/>
        <source>Show on &amp;map</source>
        <translation>Voir sur la &amp;carte</translation>
    </message>
    <message>
        <location filename="../forms/import_check.ui" line="63"/>
        <source>&amp;Save refused rows…</source>
        <translation>&amp;Enregistrer les refus…</translation>
    </message>
    <message>
        <location filename="../forms/import_check.ui" line="67"/>
        <source>&amp;Undo this import</source>
        <translation>Annuler cet impor&amp;t</translation>
    </message>
    <message>
        <location filename="../forms/import_check.ui" line="64"/>
        <source>&amp;Withdraw what is gone…</source>
        <translation>&amp;Retirer les disparus…</translation>
    </message>
    <message>
        <location filename="../forms/import_check.ui" line="64"/>
        <source>Records that the complete delivery no longer has</source>
        <translation>Enregistrements que la livraison complète n'a plus</translation>
    </message>
    <message>
        <location filename="../forms/import_check.ui" line="65"/>
        <source>Same &amp;facts…</source>
        <translation>Mê&amp;mes faits…</translation>
    </message>
    <message>
        <location filename="../forms/import_check.ui" line="65"/>
        <source>Reports of other partners that may describe the same fact</source>
        <translation>Signalements d'autres partenaires qui décrivent peut-être le même fait</translation>
    </message>
    <message>
        <location filename="../forms/import_check.ui" line="66"/>
        <source>&amp;Partner&apos;s file</source>
        <translation>Fichier du &amp;partenaire</translation>
    </message>
    <message>
        <location filename="../forms/import_check.ui" line="66"/>
        <source>The file still holds what was left out: move or delete it</source>
        <translation>Le fichier contient encore ce qui a été laissé de côté : le déplacer ou le supprimer</translation>
    </message>
</context>
<context>
    <name>ImportColumns</name>
    <message>
        <location filename="../forms/import_columns.ui" line="35"/>
        <source>Where the first rows lie</source>
        <translation>Où tombent les premières lignes</translation>
    </message>
    <message>
        <location filename="../forms/import_columns.ui" line="21"/>
        <source>C&amp;oordinate system of the file</source>
        <translation>&amp;Système de coordonnées du fichier</translation>
    </message>
    <message>
        <location filename="../forms/import_columns.ui" line="45"/>
        <source>Refuse &amp;points outside the town</source>
        <translation>Refuser les points h&amp;ors de la ville</translation>
    </message>
</context>
<context>
    <name>ImportFile</name>
    <message>
        <location filename="../forms/import_file.ui" line="13"/>
        <source>Partner&apos;s &amp;file</source>
        <translation>Fichier &amp;du partenaire</translation>
    </message>
    <message>
        <location filename="../forms/import_file.ui" line="23"/>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <location filename="../forms/import_file.ui" line="25"/>
        <source>Encoding</source>
        <translation>Encodage</translation>
    </message>
    <message>
        <location filename="../forms/import_file.ui" line="27"/>
        <source>Delimiter</source>
        <translation>Séparateur</translation>
    </message>
    <message>
        <location filename="../forms/import_file.ui" line="29"/>
        <source>Decimal mark</source>
        <translation>Signe décimal</translation>
    </message>
    <message>
        <location filename="../forms/import_file.ui" line="31"/>
        <source>Sheet</source>
        <translation>Feuille</translation>
    </message>
    <message>
        <location filename="../forms/import_file.ui" line="33"/>
        <source>Header row</source>
        <translation>Ligne d'en-tête</translation>
    </message>
    <message>
        <location filename="../forms/import_file.ui" line="45"/>
        <source>Drop the file that the partner sent anywhere on this window, or browse for it.</source>
        <translation>Déposez le fichier du partenaire n'importe où dans cette fenêtre, ou parcourez vos dossiers.</translation>
    </message>
    <message>
        <location filename="../forms/import_file.ui" line="51"/>
        <source>First rows of the file</source>
        <translation>Premières lignes du fichier</translation>
    </message>
</context>
<context>
    <name>ImportIncidents</name>
    <message>
        <location filename="../forms/import_incidents.ui" line="6"/>
        <source>Import incidents</source>
        <translation>Importer des incidents</translation>
    </message>
    <message>
        <location filename="../forms/import_incidents.ui" line="14"/>
        <source>P&amp;rofile</source>
        <translation>P&amp;rofil</translation>
    </message>
    <message>
        <location filename="../forms/import_incidents.ui" line="23"/>
        <source>How a partner&apos;s file is read. A profile that fits the file is chosen by itself.</source>
        <translation>Comment se lit le fichier d'un partenaire. Un profil qui convient au fichier est choisi de lui-même.</translation>
    </message>
    <message>
        <location filename="../forms/import_incidents.ui" line="28"/>
        <source>Save it as</source>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <location filename="../forms/import_incidents.ui" line="35"/>
        <source>The import keeps the profile in the observatory under this name.</source>
        <translation>L'import conserve le profil dans l'observatoire sous ce nom.</translation>
    </message>
    <message>
        <location filename="../forms/import_incidents.ui" line="40"/>
        <source>P&amp;artner</source>
        <translation>P&amp;artenaire</translation>
    </message>
    <message>
        <location filename="../forms/import_incidents.ui" line="50"/>
        <source>The partner&apos;s code. A new one is made known by the import.</source>
        <translation>Le code du partenaire. S'il est nouveau, l'import l'ajoute à la liste.</translation>
    </message>
    <message>
        <location filename="../forms/import_incidents.ui" line="55"/>
        <source>Profile file</source>
        <translation>Fichier de profil</translation>
    </message>
    <message>
        <location filename="../forms/import_incidents.ui" line="65"/>
        <source>&amp;1  File</source>
        <translation>&amp;1  Fichier</translation>
    </message>
    <message>
        <location filename="../forms/import_incidents.ui" line="66"/>
        <source>&amp;2  Columns</source>
        <translation>&amp;2  Colonnes</translation>
    </message>
    <message>
        <location filename="../forms/import_incidents.ui" line="67"/>
        <source>&amp;3  Words</source>
        <translation>&amp;3  Mots</translation>
    </message>
    <message>
        <location filename="../forms/import_incidents.ui" line="68"/>
        <source>&amp;4  Check</source>
        <translation>&amp;4  Vérification</translation>
    </message>
    <message>
        <location filename="../forms/import_incidents.ui" line="86"/>
        <source>&amp;Nothing to report…</source>
        <translation>Rie&amp;n à signaler…</translation>
    </message>
    <message>
        <location filename="../forms/import_incidents.ui" line="87"/>
        <source>Record that the partner declared nothing for a period.</source>
        <translation>Enregistrer que le partenaire n'a rien déclaré pour une période.</translation>
    </message>
    <message>
        <location filename="../forms/import_incidents.ui" line="96"/>
        <source>&amp;Stop</source>
        <translation>Arrê&amp;ter</translation>
    </message>
    <message>
        <location filename="../forms/import_incidents.ui" line="97"/>
        <source>&amp;Back</source>
        <translation>&amp;Précédent</translation>
    </message>
    <message>
        <location filename="../forms/import_incidents.ui" line="98"/>
        <source>Ne&amp;xt</source>
        <translation>Sui&amp;vant</translation>
    </message>
    <message>
        <location filename="../forms/import_incidents.ui" line="99"/>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <location filename="../forms/import_incidents.ui" line="100"/>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
</context>
<context>
    <name>ImportReference</name>
    <message>
        <location filename="../forms/import_reference.ui" line="6"/>
        <source>Import places, territories, addresses or indicators</source>
        <translation>Importer des lieux, territoires, adresses ou indicateurs</translation>
    </message>
    <message>
        <location filename="../forms/import_reference.ui" line="11"/>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <location filename="../forms/import_reference.ui" line="13"/>
        <source>&amp;Layer</source>
        <translation>&amp;Couche</translation>
    </message>
    <message>
        <location filename="../forms/import_reference.ui" line="15"/>
        <source>&amp;What it holds</source>
        <translation>Con&amp;tenu</translation>
    </message>
    <message>
        <location filename="../forms/import_reference.ui" line="21"/>
        <source>Drop a file anywhere on this window, or browse for it. Fields are proposed from their names; nothing is written before you import.</source>
        <translation>Déposez un fichier n'importe où sur cette fenêtre, ou parcourez. Les champs sont proposés d'après leurs noms ; rien n'est écrit avant l'import.</translation>
    </message>
    <message>
        <location filename="../forms/import_reference.ui" line="33"/>
        <source>C&amp;oordinates</source>
        <translation>C&amp;oordonnées</translation>
    </message>
    <message>
        <location filename="../forms/import_reference.ui" line="40"/>
        <source>First rows of the file</source>
        <translation>Premières lignes du fichier</translation>
    </message>
    <message>
        <location filename="../forms/import_reference.ui" line="53"/>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <location filename="../forms/import_reference.ui" line="54"/>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <location filename="../forms/import_reference.ui" line="55"/>
        <source>&amp;Close</source>
        <translation>Ferme&amp;r</translation>
    </message>
</context>
<context>
    <name>ImportRound</name>
    <message>
        <location filename="../forms/import_round.ui" line="6"/>
        <source>Import several files</source>
        <translation>Importer plusieurs fichiers</translation>
    </message>
    <message>
        <location filename="../forms/import_round.ui" line="12"/>
        <source>Drop the files that the partners sent anywhere on this window, or add them. Each is recognised by its saved profile and checked; nothing is written before you import.</source>
        <translation>Déposez n'importe où sur cette fenêtre les fichiers que les partenaires ont envoyés, ou ajoutez-les. Chacun est reconnu par son profil enregistré et vérifié ; rien n'est écrit avant l'import.</translation>
    </message>
    <message>
        <location filename="../forms/import_round.ui" line="18"/>
        <source>Files of the round</source>
        <translation>Fichiers de la tournée</translation>
    </message>
    <message>
        <location filename="../forms/import_round.ui" line="34"/>
        <source>What to look at in the chosen file</source>
        <translation>À regarder dans le fichier choisi</translation>
    </message>
    <message>
        <location filename="../forms/import_round.ui" line="47"/>
        <source>&amp;Open in four steps…</source>
        <translation>&amp;Ouvrir en quatre étapes…</translation>
    </message>
    <message>
        <location filename="../forms/import_round.ui" line="48"/>
        <source>Show on &amp;map</source>
        <translation>Voir sur la &amp;carte</translation>
    </message>
    <message>
        <location filename="../forms/import_round.ui" line="49"/>
        <source>&amp;Save refused rows…</source>
        <translation>&amp;Enregistrer les refus…</translation>
    </message>
    <message>
        <location filename="../forms/import_round.ui" line="53"/>
        <source>&amp;Undo this import</source>
        <translation>Annuler cet impor&amp;t</translation>
    </message>
    <message>
        <location filename="../forms/import_round.ui" line="66"/>
        <source>&amp;Add files…</source>
        <translation>&amp;Ajouter des fichiers…</translation>
    </message>
    <message>
        <location filename="../forms/import_round.ui" line="67"/>
        <source>&amp;Nothing to report…</source>
        <translation>Rie&amp;n à signaler…</translation>
    </message>
    <message>
        <location filename="../forms/import_round.ui" line="67"/>
        <source>Record that the partner declared nothing for a period.</source>
        <translation>Enregistrer que le partenaire n'a rien déclaré pour une période.</translation>
    </message>
    <message>
        <location filename="../forms/import_round.ui" line="69"/>
        <source>S&amp;top</source>
        <translation>Arr&amp;êter</translation>
    </message>
    <message>
        <location filename="../forms/import_round.ui" line="70"/>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <location filename="../forms/import_round.ui" line="71"/>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <location filename="../forms/import_round.ui" line="50"/>
        <source>&amp;Withdraw what is gone…</source>
        <translation>&amp;Retirer les disparus…</translation>
    </message>
    <message>
        <location filename="../forms/import_round.ui" line="50"/>
        <source>Records that the complete delivery no longer has</source>
        <translation>Enregistrements que la livraison complète n'a plus</translation>
    </message>
    <message>
        <location filename="../forms/import_round.ui" line="51"/>
        <source>Same &amp;facts…</source>
        <translation>Mê&amp;mes faits…</translation>
    </message>
    <message>
        <location filename="../forms/import_round.ui" line="51"/>
        <source>Reports of other partners that may describe the same fact</source>
        <translation>Signalements d'autres partenaires qui décrivent peut-être le même fait</translation>
    </message>
    <message>
        <location filename="../forms/import_round.ui" line="52"/>
        <source>&amp;Partner&apos;s file</source>
        <translation>Fichier du &amp;partenaire</translation>
    </message>
    <message>
        <location filename="../forms/import_round.ui" line="52"/>
        <source>The file still holds what was left out: move or delete it</source>
        <translation>Le fichier contient encore ce qui a été laissé de côté : le déplacer ou le supprimer</translation>
    </message>
    <message>
        <location filename="../forms/import_round.ui" line="55"/>
        <source>Take off the &amp;list</source>
        <translation>Retirer de la &amp;liste</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <location filename="../forms/import_words.ui" line="11"/>
        <source>&amp;Words of</source>
        <translation>&amp;Mots du champ</translation>
    </message>
    <message>
        <location filename="../forms/import_words.ui" line="23"/>
        <source>The partner&apos;s words and the town&apos;s</source>
        <translation>Les mots du partenaire et ceux de la ville</translation>
    </message>
    <message>
        <location filename="../forms/import_words.ui" line="30"/>
        <source>The partner&apos;s word</source>
        <translation>Mot du partenaire</translation>
    </message>
    <message>
        <location filename="../forms/import_words.ui" line="31"/>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <location filename="../forms/import_words.ui" line="32"/>
        <source>In the town&apos;s list</source>
        <translation>Dans la liste de la ville</translation>
    </message>
    <message>
        <location filename="../forms/import_words.ui" line="33"/>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
</context>
<context>
    <name>IncidentForm</name>
    <message>
        <location filename="../forms/incident.ui" line="6"/>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="11"/>
        <source>S&amp;kip</source>
        <translation>Passer au sui&amp;vant</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="14"/>
        <source>&amp;Partner</source>
        <translation>&amp;Partenaire</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="15"/>
        <source>Partner</source>
        <translation>Partenaire</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="16"/>
        <source>&amp;Category</source>
        <translation>&amp;Catégorie</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="17"/>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="17"/>
        <source>Type a few letters; ↓ goes through what is found</source>
        <translation>Tapez quelques lettres ; ↓ parcourt ce qui est trouvé</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="18"/>
        <source>Categories</source>
        <translation>Catégories</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="19"/>
        <source>&amp;When</source>
        <translation>&amp;Quand</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="20"/>
        <source>Precision of the time</source>
        <translation>Précision de l'heure</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="20"/>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="20"/>
        <source>Hour</source>
        <translation>Heure</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="21"/>
        <source>&amp;Until</source>
        <translation>&amp;Jusqu'au</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="22"/>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="22"/>
        <source>Last hour</source>
        <translation>Dernière heure</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="23"/>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="23"/>
        <source>Last ni&amp;ght</source>
        <translation>N&amp;uit dernière</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="23"/>
        <source>From 22:00 to 06:00</source>
        <translation>De 22:00 à 06:00</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="23"/>
        <source>Last week&amp;end</source>
        <translation>Dernier &amp;week-end</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="23"/>
        <source>From Friday 18:00 to Monday 08:00</source>
        <translation>De vendredi 18:00 à lundi 08:00</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="24"/>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="25"/>
        <source>Address, place or stop</source>
        <translation>Adresse, lieu ou arrêt</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="25"/>
        <source>On the &amp;map</source>
        <translation>&amp;Sur la carte</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="25"/>
        <source>Click on the map; it snaps as the project does</source>
        <translation>Cliquez sur la carte ; l'accrochage est celui du projet</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="26"/>
        <source>Addresses found</source>
        <translation>Adresses trouvées</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="27"/>
        <source>Point</source>
        <translation>Point</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="28"/>
        <source>Precision of the location</source>
        <translation>Précision du lieu</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="28"/>
        <source>×</source>
        <translation>×</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="28"/>
        <source>Take the point away</source>
        <translation>Enlever le point</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="29"/>
        <source>Or a&amp;rea only</source>
        <translation>Ou la &amp;zone</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="30"/>
        <source>Territory</source>
        <translation>Territoire</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="31"/>
        <source>K&amp;ind of place</source>
        <translation>Type de l&amp;ieu</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="32"/>
        <source>Kind of place</source>
        <translation>Type de lieu</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="32"/>
        <source>Known &amp;by</source>
        <translation>Connu pa&amp;r</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="32"/>
        <source>Known by</source>
        <translation>Connu par</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="33"/>
        <source>Se&amp;verity</source>
        <translation>&amp;Gravité</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="34"/>
        <source>C&amp;ount</source>
        <translation>Nom&amp;bre</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="34"/>
        <source>S&amp;tatus</source>
        <translation>S&amp;tatut</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="34"/>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="35"/>
        <source>Recor&amp;ded on</source>
        <translation>Enregistré &amp;le</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="36"/>
        <source>Day recorded</source>
        <translation>Jour d'enregistrement</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="36"/>
        <source>Hour recorded</source>
        <translation>Heure d'enregistrement</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="41"/>
        <source>For the next one, keep the</source>
        <translation>Pour le suivant, garder</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="41"/>
        <source>partner</source>
        <translation>le partenaire</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="41"/>
        <source>date</source>
        <translation>la date</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="41"/>
        <source>place</source>
        <translation>le lieu</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="44"/>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="44"/>
        <source>Save and &amp;new</source>
        <translation>Enregistrer et &amp;nouveau</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="44"/>
        <source>Save and dup&amp;licate</source>
        <translation>Enregistrer et &amp;dupliquer</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="44"/>
        <source>The next one begins as a copy of this one</source>
        <translation>Le suivant commence comme une copie de celui-ci</translation>
    </message>
    <message>
        <location filename="../forms/incident.ui" line="44"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>NewObservatory</name>
    <message>
        <location filename="../forms/new_observatory.ui" line="6"/>
        <source>New observatory</source>
        <translation>Nouvel observatoire</translation>
    </message>
    <message>
        <location filename="../forms/new_observatory.ui" line="11"/>
        <source>An observatory is one file. It will hold the incidents that your partners report, the territories and the places. Choose a folder that only your team can read: its access rights are what protects the file.</source>
        <translation>Un observatoire est un seul fichier. Il contiendra les incidents que signalent vos partenaires, les territoires et les lieux. Choisissez un dossier que votre équipe est seule à pouvoir lire : ce sont ses droits d'accès qui protègent le fichier.</translation>
    </message>
    <message>
        <location filename="../forms/new_observatory.ui" line="21"/>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <location filename="../forms/new_observatory.ui" line="28"/>
        <source>&amp;Coordinate system</source>
        <translation>&amp;Système de coordonnées</translation>
    </message>
</context>
<context>
    <name>ObservationForm</name>
    <message>
        <location filename="../forms/observation.ui" line="14"/>
        <source>Observation</source>
        <translation>Observation</translation>
    </message>
    <message>
        <location filename="../forms/observation.ui" line="28"/>
        <source>&amp;Kind of observation</source>
        <translation>T&amp;ype d'observation</translation>
    </message>
    <message>
        <location filename="../forms/observation.ui" line="41"/>
        <source>Observed on</source>
        <translation>Observé le</translation>
    </message>
    <message>
        <location filename="../forms/observation.ui" line="69"/>
        <source>&amp;Institution</source>
        <translation>&amp;Institution</translation>
    </message>
    <message>
        <location filename="../forms/observation.ui" line="82"/>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <location filename="../forms/observation.ui" line="95"/>
        <source>&amp;Reliability</source>
        <translation>&amp;Fiabilité</translation>
    </message>
    <message>
        <location filename="../forms/observation.ui" line="108"/>
        <source>On the map</source>
        <translation>Sur la carte</translation>
    </message>
    <message>
        <location filename="../forms/observation.ui" line="130"/>
        <source>Pick a &amp;point</source>
        <translation>Désigner un &amp;point</translation>
    </message>
    <message>
        <location filename="../forms/observation.ui" line="145"/>
        <source>P&amp;lace</source>
        <translation>&amp;Lieu</translation>
    </message>
    <message>
        <location filename="../forms/observation.ui" line="162"/>
        <source>T&amp;erritory</source>
        <translation>T&amp;erritoire</translation>
    </message>
    <message>
        <location filename="../forms/observation.ui" line="175"/>
        <source>N&amp;ote</source>
        <translation>N&amp;ote</translation>
    </message>
    <message>
        <location filename="../forms/observation.ui" line="192"/>
        <source>Kept &amp;until</source>
        <translation>Conservé j&amp;usqu'au</translation>
    </message>
    <message>
        <location filename="../forms/observation.ui" line="223"/>
        <source>Undo the last one</source>
        <translation>Annuler la dernière</translation>
    </message>
    <message>
        <location filename="../forms/observation.ui" line="240"/>
        <source>Save and &amp;new</source>
        <translation>Enregistrer et &amp;nouvelle</translation>
    </message>
</context>
<context>
    <name>ObservatoryPanel</name>
    <message>
        <location filename="../forms/observatory_panel.ui" line="6"/>
        <source>Observatory</source>
        <translation>Observatoire</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="19"/>
        <source>No observatory is open</source>
        <translation>Aucun observatoire n'est ouvert</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="25"/>
        <source>An observatory is one file with everything your partners reported. Open the one you work on, or make a new one for your town.</source>
        <translation>Un observatoire est un seul fichier, avec tout ce que vos partenaires ont signalé. Ouvrez celui sur lequel vous travaillez, ou créez-en un pour votre ville.</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="31"/>
        <source>&amp;Open observatory…</source>
        <translation>&amp;Ouvrir un observatoire…</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="36"/>
        <source>&amp;New observatory…</source>
        <translation>&amp;Nouvel observatoire…</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="41"/>
        <source>&amp;Recent</source>
        <translation>&amp;Récents</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="47"/>
        <source>Recent observatories</source>
        <translation>Observatoires récents</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="76"/>
        <source>Count again</source>
        <translation>Recompter</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="308"/>
        <source>Records</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="310"/>
        <source>Located</source>
        <translation>Localisés</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="312"/>
        <source>Occurred</source>
        <translation>Survenu</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="314"/>
        <source>Coordinates</source>
        <translation>Coordonnées</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="243"/>
        <source>Records by partner</source>
        <translation>Enregistrements par partenaire</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="253"/>
        <source>Partner</source>
        <translation>Partenaire</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="256"/>
        <source>First</source>
        <translation>Début</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="257"/>
        <source>Last</source>
        <translation>Fin</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="254"/>
        <source>Records</source>
        <comment>column</comment>
        <translation>Enreg.</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="77"/>
        <source>This observatory or another one</source>
        <translation>Cet observatoire ou un autre</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="97"/>
        <source>Undo the last choice</source>
        <translation>Annuler le dernier choix</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="98"/>
        <source>Redo the choice</source>
        <translation>Rétablir le choix</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="99"/>
        <source>Show everything</source>
        <translation>Tout montrer</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="100"/>
        <source>Saved filters</source>
        <translation>Filtres enregistrés</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="101"/>
        <source>Copy or export these figures</source>
        <translation>Copier ou exporter ces chiffres</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="119"/>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="129"/>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="130"/>
        <source>The period before</source>
        <translation>La période précédente</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="131"/>
        <source>The period after</source>
        <translation>La période suivante</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="134"/>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="135"/>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="138"/>
        <source>&amp;Date</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="140"/>
        <source>&amp;Compare with</source>
        <translation>&amp;Comparer avec</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="144"/>
        <source>First day of the comparison</source>
        <translation>Premier jour de la comparaison</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="145"/>
        <source>Last day of the comparison</source>
        <translation>Dernier jour de la comparaison</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="147"/>
        <source>A day starts at 6:00</source>
        <translation>La journée commence à 6 h</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="147"/>
        <source>So that Friday night, until Saturday 6:00, is one night.</source>
        <translation>Pour que la nuit de vendredi, jusqu'au samedi 6 h, soit une seule nuit.</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="153"/>
        <source>By month</source>
        <translation>Par mois</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="168"/>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="177"/>
        <source>Search a category</source>
        <translation>Chercher une catégorie</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="179"/>
        <source>Categories</source>
        <translation>Catégories</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="189"/>
        <source>Hours of the week</source>
        <translation>Heures de la semaine</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="201"/>
        <source>Hours</source>
        <translation>Heures</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="208"/>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="218"/>
        <source>Search a territory</source>
        <translation>Chercher un territoire</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="219"/>
        <source>Choose territories by clicking the map</source>
        <translation>Choisir des territoires en cliquant sur la carte</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="222"/>
        <source>Territories</source>
        <translation>Territoires</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="232"/>
        <source>Partners</source>
        <translation>Partenaires</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="270"/>
        <source>Also</source>
        <translation>Et aussi</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="280"/>
        <source>Se&amp;verity</source>
        <translation>&amp;Gravité</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="282"/>
        <source>S&amp;tatus</source>
        <translation>Stat&amp;ut</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="294"/>
        <source>The whole observatory</source>
        <translation>Tout l'observatoire</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="329"/>
        <source>Import incidents</source>
        <translation>Importer des incidents</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="329"/>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="330"/>
        <source>New incident</source>
        <translation>Nouvel incident</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="331"/>
        <source>Analyse these incidents</source>
        <translation>Analyser ces incidents</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="331"/>
        <source>&amp;Analyse</source>
        <translation>&amp;Analyser</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="332"/>
        <source>Add layer</source>
        <translation>Ajouter une couche</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="333"/>
        <source>Print the map</source>
        <translation>Imprimer la carte</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="333"/>
        <source>&amp;Print…</source>
        <translation>Im&amp;primer…</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="332"/>
        <source>&amp;Layers</source>
        <translation>Couc&amp;hes</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="262"/>
        <source>Partners and a&amp;greements…</source>
        <translation>Partenaires et con&amp;ventions…</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="284"/>
        <source>Pr&amp;ecision of the place</source>
        <translation>Précision du &amp;lieu</translation>
    </message>
    <message>
        <location filename="../forms/observatory_panel.ui" line="286"/>
        <source>Co&amp;unt</source>
        <translation>Comp&amp;ter</translation>
    </message>
</context>
<context>
    <name>Partners</name>
    <message>
        <location filename="../forms/partners.ui" line="14"/>
        <source>Partners and agreements</source>
        <translation>Partenaires et conventions</translation>
    </message>
    <message>
        <location filename="../forms/partners.ui" line="33"/>
        <source>Filter…</source>
        <translation>Filtrer…</translation>
    </message>
    <message>
        <location filename="../forms/partners.ui" line="40"/>
        <source>Partners</source>
        <translation>Partenaires</translation>
    </message>
    <message>
        <location filename="../forms/partners.ui" line="47"/>
        <source>&amp;New agreement…</source>
        <translation>&amp;Nouvelle convention…</translation>
    </message>
    <message>
        <location filename="../forms/partners.ui" line="58"/>
        <source>The partner&apos;s page</source>
        <translation>Page du partenaire</translation>
    </message>
    <message>
        <location filename="../forms/partners.ui" line="68"/>
        <source>&amp;Change the agreement…</source>
        <translation>&amp;Modifier la convention…</translation>
    </message>
    <message>
        <location filename="../forms/partners.ui" line="78"/>
        <source>E&amp;xport the agreement…</source>
        <translation>E&amp;xporter la convention…</translation>
    </message>
    <message>
        <location filename="../forms/partners.ui" line="88"/>
        <source>What they &amp;fill in…</source>
        <translation>&amp;Fiche à remplir…</translation>
    </message>
</context>
<context>
    <name>Purge</name>
    <message>
        <location filename="../forms/purge.ui" line="6"/>
        <source>Purge expired records</source>
        <translation>Purger les enregistrements échus</translation>
    </message>
    <message>
        <location filename="../forms/purge.ui" line="21"/>
        <source>Records past their retention</source>
        <translation>Enregistrements échus</translation>
    </message>
    <message>
        <location filename="../forms/purge.ui" line="29"/>
        <source>Partner</source>
        <translation>Partenaire</translation>
    </message>
    <message>
        <location filename="../forms/purge.ui" line="30"/>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <location filename="../forms/purge.ui" line="31"/>
        <source>Agreement and retention</source>
        <translation>Convention et durée</translation>
    </message>
    <message>
        <location filename="../forms/purge.ui" line="32"/>
        <source>Recorded</source>
        <translation>Enregistrés</translation>
    </message>
    <message>
        <location filename="../forms/purge.ui" line="33"/>
        <source>Records</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <location filename="../forms/purge.ui" line="43"/>
        <source>Delete also &amp;backups that are no longer needed</source>
        <translation>Supprimer aussi les &amp;sauvegardes devenues inutiles</translation>
    </message>
    <message>
        <location filename="../forms/purge.ui" line="44"/>
        <source>Those older than 30 days, and all but the newest</source>
        <translation>Celles de plus de 30 jours, et toutes sauf la plus récente</translation>
    </message>
    <message>
        <location filename="../forms/purge.ui" line="52"/>
        <source>Cer&amp;tificate (PDF)</source>
        <translation>&amp;Certificat (PDF)</translation>
    </message>
</context>
<context>
    <name>SiteForm</name>
    <message>
        <location filename="../forms/site.ui" line="14"/>
        <source>Problem place</source>
        <translation>Lieu à problèmes</translation>
    </message>
    <message>
        <location filename="../forms/site.ui" line="28"/>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <location filename="../forms/site.ui" line="41"/>
        <source>As the meeting calls it</source>
        <translation>Le nom que lui donne la réunion</translation>
    </message>
    <message>
        <location filename="../forms/site.ui" line="48"/>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <location filename="../forms/site.ui" line="61"/>
        <source>St&amp;ate</source>
        <translation>Ét&amp;at</translation>
    </message>
    <message>
        <location filename="../forms/site.ui" line="74"/>
        <source>&amp;Opened on</source>
        <translation>&amp;Ouvert le</translation>
    </message>
    <message>
        <location filename="../forms/site.ui" line="91"/>
        <source>&amp;Solved on</source>
        <translation>&amp;Résolu le</translation>
    </message>
    <message>
        <location filename="../forms/site.ui" line="108"/>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <location filename="../forms/site.ui" line="130"/>
        <source>Pick a &amp;point</source>
        <translation>Désigner un &amp;point</translation>
    </message>
    <message>
        <location filename="../forms/site.ui" line="143"/>
        <source>&amp;Draw an area</source>
        <translation>&amp;Dessiner une zone</translation>
    </message>
</context>
<context>
    <name>SitesPanel</name>
    <message>
        <location filename="../forms/sites_panel.ui" line="50"/>
        <source>Filter…</source>
        <translation>Filtrer…</translation>
    </message>
    <message>
        <location filename="../forms/sites_panel.ui" line="53"/>
        <source>Filter by name</source>
        <translation>Filtrer par nom</translation>
    </message>
    <message>
        <location filename="../forms/sites_panel.ui" line="60"/>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <location filename="../forms/sites_panel.ui" line="67"/>
        <source>Territory</source>
        <translation>Territoire</translation>
    </message>
    <message>
        <location filename="../forms/sites_panel.ui" line="76"/>
        <source>Problem places</source>
        <translation>Lieux à problèmes</translation>
    </message>
    <message>
        <location filename="../forms/sites_panel.ui" line="91"/>
        <source>&amp;New place…</source>
        <translation>&amp;Nouveau lieu…</translation>
    </message>
    <message>
        <location filename="../forms/sites_panel.ui" line="101"/>
        <source>&amp;Change…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <location filename="../forms/sites_panel.ui" line="121"/>
        <source>&amp;Zoom to it</source>
        <translation>&amp;Zoomer</translation>
    </message>
    <message>
        <location filename="../forms/sites_panel.ui" line="131"/>
        <source>&amp;Observation…</source>
        <translation>&amp;Observation…</translation>
    </message>
    <message>
        <location filename="../forms/sites_panel.ui" line="148"/>
        <source>&amp;Undo</source>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <location filename="../forms/sites_panel.ui" line="188"/>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <location filename="../forms/sites_panel.ui" line="195"/>
        <source>Within this distance of the point</source>
        <translation>À cette distance du point au plus</translation>
    </message>
    <message>
        <location filename="../forms/sites_panel.ui" line="226"/>
        <source>Decisions</source>
        <translation>Décisions</translation>
    </message>
    <message>
        <location filename="../forms/sites_panel.ui" line="256"/>
        <source>New &amp;decision…</source>
        <translation>Nouvelle &amp;décision…</translation>
    </message>
    <message>
        <location filename="../forms/sites_panel.ui" line="266"/>
        <source>C&amp;hange…</source>
        <translation>Modi&amp;fier…</translation>
    </message>
    <message>
        <location filename="../forms/sites_panel.ui" line="198"/>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <location filename="../forms/sites_panel.ui" line="276"/>
        <source>Done toda&amp;y</source>
        <translation>Fait au&amp;jourd'hui</translation>
    </message>
    <message>
        <location filename="../forms/sites_panel.ui" line="111"/>
        <source>De&amp;lete</source>
        <translation>Su&amp;pprimer</translation>
    </message>
    <message>
        <location filename="../forms/sites_panel.ui" line="286"/>
        <source>Dele&amp;te</source>
        <translation>Supp&amp;rimer</translation>
    </message>
</context>
<context>
    <name>TownForm</name>
    <message>
        <location filename="../forms/town.ui" line="6"/>
        <source>Town on printed pages</source>
        <translation>Ville sur les pages imprimées</translation>
    </message>
    <message>
        <location filename="../forms/town.ui" line="11"/>
        <source>How your town stands on every map, atlas and bulletin that this QGIS prints.</source>
        <translation>Comment votre ville figure sur chaque carte, atlas et bulletin que ce QGIS imprime.</translation>
    </message>
    <message>
        <location filename="../forms/town.ui" line="20"/>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <location filename="../forms/town.ui" line="26"/>
        <source>Town of Valbrune – Observatory of public tranquillity</source>
        <translation>Ville de Valbrune – Observatoire de la tranquillité publique</translation>
    </message>
    <message>
        <location filename="../forms/town.ui" line="31"/>
        <source>&amp;Logo</source>
        <translation>&amp;Logo</translation>
    </message>
    <message>
        <location filename="../forms/town.ui" line="38"/>
        <source>&amp;Colour</source>
        <translation>&amp;Couleur</translation>
    </message>
</context>
</TS>
