"""Every word a user reads: the translator, and the sentence of each error code.

The source language is English. ``tr`` is a free function so that pylupdate5 finds each text
in the context ``@default`` wherever it stands.
"""

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from oltp_plugin.errors import OltpError
from oltp_plugin.paths import I18N


def tr(text: str) -> str:
    """``text`` in the user's language; placeholders are filled afterwards, with ``format``."""
    return QCoreApplication.translate("@default", text)


def language() -> str:
    """Two letters, the language of QGIS's interface."""
    locale = str(QgsSettings().value("locale/userLocale", QLocale().name()))
    return "en" if locale == "C" else locale[:2]  # Qt's C is English without thousands


def install_translator() -> "QTranslator | None":
    """Install the translation for QGIS's language; None where English is used."""
    translator = QTranslator()
    locale = QLocale(str(QgsSettings().value("locale/userLocale", QLocale().name())))
    if not translator.load(locale, "oltp", "_", str(I18N)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def sentence(error: OltpError) -> str:
    """The sentence that says what happened, why, and what to do."""
    return _sentences()[error.code].format(**_in_words(error.values))


def _in_words(values: dict) -> dict:
    """``values``, with the codes of an agreement's clauses as a reader knows them."""
    words = dict(values)
    for name, label in (
        ("purpose", purpose_label),
        ("diffusion", diffusion_label),
        ("finest", precision_label),
    ):
        if name in words:
            words[name] = label(words[name])
    for name, label, nothing in (
        ("purposes", purpose_label, tr("no purpose")),
        ("recipients", diffusion_label, tr("nobody")),
    ):
        if name in words:
            words[name] = ", ".join(map(label, words[name])) or nothing
    return words


def purpose_label(code: str) -> str:
    """What an agreement allows records to be used for."""
    return {
        "mapping": tr("mapping"),
        "analysis": tr("analysis"),
        "evaluation": tr("evaluation"),
        "bulletin": tr("bulletin"),
        "diagnosis": tr("safety diagnosis"),
        "alerts": tr("watch and alerts"),
    }.get(code, code)


def diffusion_label(code: str) -> str:
    """A diffusion level in the middle of a sentence; an institution's own name as it is."""
    return {
        "internal": tr("internal use"),
        "restricted": tr("the restricted network"),
        "public": tr("the public"),
    }.get(code, code)


def precision_label(code: str) -> str:
    """How finely a place is told, in the middle of a sentence."""
    return {
        "address": tr("the address"),
        "street": tr("the street"),
        "stop": tr("the stop"),
        "facility": tr("the facility"),
        "cell": tr("the 100 m cell"),
        "territory": tr("the territory"),
        "none": tr("no place at all"),
    }.get(code, code)


def _sentences() -> dict[str, str]:
    return {
        "bad_distances": tr(
            "The distances “{text}” cannot be used: give numbers above 0 in increasing order, "
            "separated by commas, for example 50,100,200."
        ),
        "changed_meanwhile": tr(
            "Somebody else has changed this since it was shown: it is shown again as it is now."
        ),
        "row_gone": tr("Somebody else has deleted this meanwhile: the list is read again."),
        "refused_by_file": tr(
            "The observatory does not accept this ({constraint}): correct it and save again."
        ),
        "site_without_name": tr("The place has no name yet: give it one that the meeting knows."),
        "site_without_place": tr(
            "The place is not on the map yet: pick a point, or draw its area."
        ),
        "decision_without_text": tr("The decision says nothing yet: write what is to be done."),
        "note_without_text": tr("The note is empty: write what was observed."),
        "note_too_long": tr(
            "The note has {n} characters, and {most} are kept: shorten it to what matters."
        ),
        "note_without_place": tr(
            "The note is tied to no place: pick a point, or choose a place or a territory."
        ),
        "export_failed": tr(
            "The map could not be written to {file}: is the file open in another program, or the "
            "disk full?"
        ),
        "no_second_map": tr(
            "A page with two periods needs the layers of its second map: choose them, or another "
            "content of the page."
        ),
        "no_area_for_a_page": tr(
            "The layer “{layer}” has no area in it, and an atlas has a page for each: choose the "
            "layer of the quartiers, for example."
        ),
        "atlas_is_no_svg": tr("An atlas is a PDF or a series of PNG files: choose such a name."),
        "public_incident_points": tr(
            "“{layer}” shows incidents as points, and no public page may: print a density or "
            "counts by territory, or choose a restricted diffusion."
        ),
        "public_repeat_places": tr(
            "“{layer}” is a list of places where incidents repeat, and no public page may show "
            "one: choose a restricted diffusion."
        ),
        "public_hulls": tr(
            "The corners of the areas in “{layer}” are places of incidents, and no public page may "
            "show these: print a density or counts by territory, or choose a restricted diffusion."
        ),
        "raster_of_few": tr(
            "“{layer}” does not say on how many incidents each of its cells rests, and a page on "
            "which small counts are hidden cannot show it: print a kernel density of unweighted "
            "records, or counts by territory, or choose the internal diffusion."
        ),
        "copied_incidents": tr(
            "“{layer}” has incidents of an observatory and does not read its file, so that no "
            "agreement can be asked: print the observatory's own layer, or choose the internal "
            "diffusion."
        ),
        "table_not_for_page": tr(
            "“{layer}” is a table of the observatory that may not stand on a page for {diffusion}: "
            "leave it out, or choose the internal diffusion."
        ),
        "public_several_sources": tr(
            "“{layer}” counts records of {n} partners together, and a public page has one source "
            "at a time, so that its counts can be held against those published before: make it "
            "of one partner's records."
        ),
        "public_unknown_records": tr(
            "“{layer}” does not say which of the observatory's records it counts, so that it "
            "cannot be held against what was published before: make it again from the incidents."
        ),
        "public_observatory_not_found": tr(
            "The observatory {file}, whose records “{layer}” counts, is not open here, so that the "
            "page cannot be held against what was published before: open it, then print again."
        ),
        "public_tells_few": tr(
            "Beside what was published before, every count of “{layer}” would tell of fewer than "
            "{least} records: print the areas and days of the earlier publication, or leave this "
            "layer out."
        ),
        "document_not_written": tr(
            "{file} could not be written: is it open in another program, or the disk full?"
        ),
        "not_a_pdf_name": tr("{file} does not end in .pdf: choose a name that does."),
        "map_folder_not_writable": tr(
            "Nothing can be written in the folder “{folder}”: choose one that exists and is yours."
        ),
        "geographic_crs": tr(
            "The layer “{layer}” is in degrees ({crs}), where distances and areas mean nothing: "
            "reproject it first, for example to {suggestion}."
        ),
        "layer_locked": tr(
            "{file} is being written by another program: wait until it has finished, and run again."
        ),
        "missing_library": tr(
            "The Python library {name} is missing from this QGIS, and this algorithm needs it: "
            "install {name}, or the full QGIS installer, which brings it."
        ),
        "multipoints": tr(
            "The layer “{layer}” has features of several points each: run QGIS's “Multipart to "
            "singleparts” first, so that each point counts once."
        ),
        "no_crs": tr(
            "The layer “{layer}” does not say its coordinate system: set it in the layer's "
            "properties."
        ),
        "no_field": tr(
            "The layer “{layer}” has no field “{field}”: choose one of those that it has."
        ),
        "no_polygons": tr(
            "The layer “{layer}” has no polygon in it that covers anything: choose another layer of "
            "polygons, or clear its filter."
        ),
        "no_shapes": tr(
            "The layer “{layer}” has no geometry in it, so there is nothing to count around or in: "
            "choose another layer, or clear its filter."
        ),
        "no_certain_place": tr(
            "No record is left that stands at a certain place (an address, a stop) with what was "
            "asked for: choose another layer or other fields, or look at the filter."
        ),
        "too_few_for_shares": tr(
            "Only {n} records are left, and below {least} neither a percentage nor a test means "
            "anything: choose a longer period or more categories."
        ),
        "no_reference": tr(
            "The reference has no point, or weighs nothing, where the map is to be: choose another "
            "layer or weight field, or a larger study area."
        ),
        "bad_limits": tr(
            "The limits “{text}” cannot be used: give two or more numbers from 0 on, in increasing "
            "order, separated by commas, for example 0,100,200."
        ),
        "too_many_pairs": tr(
            "There are {millions} million pairs within the largest distance, and {most} million is "
            "the most: choose a smaller distance, a shorter period or fewer categories."
        ),
        "nothing_inside": tr(
            "The study area holds nothing of the layer “{layer}”: is it the right layer, in the "
            "right coordinate system?"
        ),
        "not_a_time": tr(
            "The field “{field}” does not hold dates: choose a field of dates, of dates with a time, "
            "or of texts like 2024-05-31 or 2024-05-31 23:15."
        ),
        "not_written": tr(
            "The result could not be written ({reason}): is the disk full, or the file open in "
            "another program?"
        ),
        "no_tables_there": tr(
            "This result is a table without a map, which a file ending in {ending} cannot hold: choose "
            ".gpkg or .csv."
        ),
        "output_is_input": tr(
            "{file} is what this run reads, and the result would take its place: choose another "
            "file for the result."
        ),
        "output_is_observatory": tr(
            "{file} is an observatory, and the result would take the place of its records: choose "
            "another file for the result."
        ),
        "not_in_crs": tr(
            "The coordinates of “{layer}” cannot be in {crs}: choose another coordinate system."
        ),
        "not_metres": tr(
            "The layer “{layer}” is not measured in metres ({crs}): reproject it first, for "
            "example to {suggestion}."
        ),
        "not_points": tr("The layer “{layer}” is not a layer of points: choose one of points."),
        "not_polygons": tr(
            "The layer “{layer}” is not a layer of polygons: choose one of polygons, such as the "
            "commune."
        ),
        "result_unreadable": tr(
            "The result was written but cannot be opened again: is the disk full, or the file "
            "open in another program?"
        ),
        "control_overlaps": tr(
            "The treated area and its control overlap, or what lies around them does: choose a "
            "control that has nothing in common with it."
        ),
        "one_displacement": tr(
            "Only one of the two areas around is given: give both, around the treated area and "
            "around the control, or none."
        ),
        "no_result_layer": tr("There is no layer to make again: choose a result."),
        "no_run_card": tr(
            "“{layer}” has no run card that says how it was made: only results of OLTP's methods, "
            "from this version on, can be made again."
        ),
        "card_unreadable": tr(
            "The run card of “{layer}” cannot be read: choose another copy of the result."
        ),
        "unknown_method": tr(
            "“{layer}” was made by {algorithm}, which this version of OLTP does not run again."
        ),
        "input_missing": tr(
            "“{layer}” ({file}), from which the result was made, is neither in the project nor "
            "beside the result: add it to the project and run again."
        ),
        "wrong_ending": tr("{file} cannot hold this result: choose a name that ends in {ending}."),
        "style_not_saved": tr(
            "The result was written, but its symbols and description could not be saved with it "
            "({reason}): choose a folder that you may write to."
        ),
        "unreadable_style": tr(
            "The plugin's style “{name}” cannot be read ({reason}): reinstall the plugin."
        ),
        "no_stored_points": tr(
            "“{view}” draws points where they lie, and no agreement of these partners shows a "
            "place as fine as that: choose another view, or a density from the toolbox."
        ),
        "no_rate": tr(
            "No rate: these categories share no denominator (residents or dwellings) that the "
            "territories have. Choose others."
        ),
        "no_comparison": tr(
            "There is no change to show: choose a period, and one to compare it with."
        ),
        "no_located_points": tr(
            "There is no record with a point to work on: choose another layer, or look at its "
            "filter and selection."
        ),
        "no_records": tr(
            "There is no record to work on: choose another layer, or look at its filter and "
            "selection."
        ),
        "period_without_day": tr("{name} is not a day: write it like 2024-05-31."),
        "periods_overlap": tr(
            "The two periods overlap (one ends on {end}, the other begins on {start}): choose two "
            "that share no day."
        ),
        "no_records_in_periods": tr(
            "No record falls in either period: look at their dates and at the layer's filter."
        ),
        "too_few_steps": tr(
            "There are only {n} whole time steps, and at least {least} are needed: choose shorter "
            "steps, or records of a longer period."
        ),
        "too_large_cube": tr(
            "{cells} cells in {steps} time steps are more than can be held at once: choose larger "
            "cells or longer steps, or look for a wrong year among the dates."
        ),
        "too_many_steps": tr(
            "That would be {n} time steps: choose longer steps, or look for a wrong year among the "
            "dates."
        ),
        "no_dated_records": tr(
            "No record has a date in the field “{field}”: choose the field that says when the "
            "incident happened."
        ),
        "radius_under_cell": tr(
            "The radius ({radius} m) is smaller than a cell ({cell} m): choose a larger radius or "
            "smaller cells."
        ),
        "raster_not_writable": tr(
            "{file} cannot be written ({reason}): is the disk full, the file open in another "
            "program, or the folder not yours?"
        ),
        "study_area_misses_points": tr(
            "The study area holds none of the records: is it the right layer, in the right "
            "coordinate system?"
        ),
        "too_many_cells": tr(
            "That would be {millions} million cells, and 50 million is the most: choose cells of "
            "{least} m or more, or a smaller study area. Without one, a single record far astray "
            "stretches the map."
        ),
        "too_many_cells_to_test": tr(
            "That would be {cells} cells, and {most} is the most: choose cells of {least} m or more, "
            "or a smaller study area."
        ),
        "too_large_to_compare": tr(
            "The study area has {area} km², and robustness is asked on cells of 50 m, for {most} km² "
            "at most: choose a smaller study area."
        ),
        "too_many_polygons_to_test": tr(
            "There are more than {most} polygons on the study area: choose a layer of fewer, or a "
            "smaller study area."
        ),
        "no_study_area": tr(
            "A test needs a study area, because cells where nobody reports would make every other "
            "place a hot spot: choose a layer of polygons, such as the commune."
        ),
        "study_area_without_surface": tr(
            "Nothing is left to divide into cells: is the study area the right layer, in the right "
            "coordinate system, and do the polygons lie on it?"
        ),
        "no_testable_cells": tr(
            "No cell can be tested, because none has a neighbour and lies at least half inside the "
            "study area: choose smaller cells, or polygons that touch."
        ),
        "negative_weight": tr(
            "The weight field “{field}” holds numbers below 0, and a record cannot count less than "
            "not at all: choose another field."
        ),
        "no_weights": tr(
            "No record has a number in the weight field “{field}”: choose another field, or none."
        ),
        "weighs_too_little": tr(
            "By the weight field “{field}” the records weigh {n} in all, too little for a result: "
            "choose another field, or none."
        ),
        "weight_not_a_number": tr(
            "The weight field “{field}” does not hold numbers: choose one that does."
        ),
        "not_a_year": tr("“{text}” is no year: write four digits, such as 2025."),
        "years_not_in_order": tr(
            "From {first} to {last} is no span of years: the first comes first, and at most {most} "
            "years go on the pages."
        ),
        "period_not_given": tr("Say the first and the last day of the period."),
        "no_layers": tr("There is no layer to print: choose at least one that can be opened."),
        "nothing_to_show": tr(
            "None of these layers has anything to show: choose another layer, or give an extent."
        ),
        "svg_shows_places": tr(
            "An SVG holds the exact coordinates of all that it shows, so it is only for internal "
            "use: choose PDF or PNG, or the internal diffusion."
        ),
        "template_without_map": tr(
            "The layout template {file} has no map on it: add one in QGIS's layout editor."
        ),
        "too_large_to_draw": tr(
            "There is not enough memory to draw this page at {dpi} dots per inch: choose a lower "
            "resolution."
        ),
        "unknown_format": tr(
            "{file} does not end in .pdf, .png or .svg: choose one of these for the map."
        ),
        "unreadable_template": tr(
            "{file} cannot be read as a layout template: save it again from QGIS's layout editor "
            "as a .qpt file."
        ),
        "qgis_busy": tr(
            "QGIS did not answer for half a minute, so nothing was written: wait until it is idle "
            "and try again."
        ),
        "agreement_expired": tr(
            "The agreement {reference} with {partner} ended on {until}, so nothing new may enter: "
            "record its successor first."
        ),
        "agreement_ended": tr(
            "The agreement {reference} with {partner} ended on {until}: what is held stays for "
            "internal use and may not go to {diffusion}; record its successor, or choose internal."
        ),
        "agreement_not_begun": tr(
            "The agreement {reference} with {partner} begins on {start} (clause on its dates): wait "
            "until then, or correct its first day."
        ),
        "agreement_category": tr(
            "The agreement {reference} with {partner} does not cover these categories: "
            "{categories}; filter the incidents by category to leave them out."
        ),
        "agreement_purpose": tr(
            "The agreement {reference} with {partner} does not name the purpose “{purpose}”, only: "
            "{purposes}; leave this partner out, or have the agreement changed."
        ),
        "agreement_recipient": tr(
            "The agreement {reference} with {partner} does not let it go to {diffusion}; its "
            "recipients are: {recipients}. Choose a narrower diffusion."
        ),
        "no_agreement": tr(
            "No agreement is recorded for {partner}, so its records are for internal use and may "
            "not go to {diffusion}: choose the internal diffusion, or record the agreement."
        ),
        "agreement_precision": tr(
            "The agreement {reference} with {partner} lets nothing finer be shown than {finest}: "
            "count by territory, or leave this partner out."
        ),
        "agreement_unreadable": tr(
            "The agreement {reference} with {partner} cannot be read: its {field} is no JSON list; "
            "record it again."
        ),
        "agreement_not_read": tr(
            "{name} is not a readable agreement: it must be one JSON object in UTF-8, each key "
            "once, under 1 MB."
        ),
        "agreement_key_unknown": tr(
            "{name} has a key that no agreement has, “{key}”; the keys are: {known}."
        ),
        "agreement_lacks": tr("{name} does not say “{key}”, which every agreement needs."),
        "agreement_value": tr(
            "“{key}” in {name} has a value that cannot be used; it takes: {allowed}."
        ),
        "another_file": tr(
            "{name} is not the file that was imported as batch {batch}: choose that one."
        ),
        "already_undone": tr("Batch {batch} was already undone on {when}."),
        "busy": tr(
            "{name} is being written by another program: nothing was changed; wait until it has "
            "finished and try again."
        ),
        "combination_forbidden": tr(
            "The agreement {reference} with {partner} does not allow its records to be combined "
            "with those of {others}: choose one partner at a time."
        ),
        "binary_workbook": tr(
            "{name} is a binary workbook (.xlsb): open it and save it as .xlsx or CSV."
        ),
        "crs_not_metric": tr(
            "An observatory is measured in metres, and {crs} is not: choose a projected coordinate "
            "system, such as EPSG:2154."
        ),
        "crs_not_said": tr(
            "{name} says that its coordinates are degrees, and they are not: write their coordinate "
            "system in the profile, for example EPSG:2154."
        ),
        "damaged_file": tr(
            "{name} cannot be read whole: ask the partner to send it again, or save it as CSV."
        ),
        "damaged_spreadsheet": tr(
            "{name} cannot be read as a spreadsheet: open it and save it again as .xlsx or CSV."
        ),
        "damaged_zip": tr("{name} is a damaged archive: ask the partner to send it again."),
        "damaged": tr("{name} is damaged and cannot be read: restore your last backup."),
        "disguised_spreadsheet": tr(
            "{name} is a spreadsheet (.xlsx, .xls or .ods) under another name: open it and save it "
            "as CSV."
        ),
        "disk_full": tr("The disk is full: {name} was left as it was; make room and try again."),
        "empty_file": tr("{name} is empty: ask the partner to send it again."),
        "exists": tr("{name} exists already and is never overwritten: choose another name."),
        "filter_unreadable": tr(
            "This is not a filter of incidents, or a newer version of this plugin made it: choose "
            "another file, or update the plugin."
        ),
        "format_not_supported": tr(
            "The profile asks for files of type {type}, which cannot be imported; these can: {known}."
        ),
        "keys_not_writable": tr(
            "The partners' keys cannot be kept in the folder “{name}”: make it one that you may "
            "write to."
        ),
        "layer_without_crs": tr(
            "{name} does not say in which coordinate system its points are: write it in the profile, "
            "for example EPSG:2154."
        ),
        "line_too_long": tr(
            "{name} has a line of more than a million characters, so it is no table: ask the partner "
            "to export it again."
        ),
        "indicator_columns": tr("{name}: say which column is what; missing: {missing}."),
        "indicator_level": tr(
            "Indicators are kept for areas, never for a school or a person, and “{level}” is none of: "
            "{allowed}."
        ),
        "indicator_partner": tr("Say which partner {name} comes from: a short code, such as TAM."),
        "indicator_purpose": tr(
            "Figures of {partner} may only be kept under an agreement that states their purpose: record "
            "it first. Published figures take the purpose “{public}”."
        ),
        "indicator_purpose_missing": tr(
            "Say what the figures are for; published ones take the purpose “{public}”."
        ),
        "indicators_replaced": tr(
            "Batch {batch} replaced earlier figures, which are kept nowhere else: import the earlier file "
            "again instead."
        ),
        "no_figures": tr(
            "{name} has no figure for a territory of level “{level}” of this observatory; rows of other "
            "areas: {n}. Is it the right level?"
        ),
        "later_delivery": tr(
            "Batch {later} of the same partner covers the same days after batch {batch}: confirm what "
            "it proposes instead."
        ),
        "not_complete": tr(
            "Batch {batch} is not complete for a period, so nothing is missing from it."
        ),
        "not_a_pair": tr(
            "The pair {pair} is not one that is proposed for batch {batch}: run again without pairs "
            "to link all."
        ),
        "bad_retention": tr(
            "The agreement {reference} does not say in whole months, from 1, how long records are "
            "kept: correct its retention first."
        ),
        "undo_before_purge": tr(
            "Batch {batch} of {when} cannot be undone: the purge of {purge} deleted the earlier "
            "versions of its records."
        ),
        "undo_too_old": tr(
            "Batch {batch} of {when} cannot be undone: earlier versions of records are kept for "
            "{months} months."
        ),
        "later_batch": tr(
            "Batch {batch} cannot be undone, because batch {later} changed the same records after "
            "it: undo batch {later} first."
        ),
        "missing_column": tr(
            "{name} has no column “{column}” that the profile asks for; its columns are: {found}."
        ),
        "missing_file": tr("{name} is not there any more: was it moved or renamed?"),
        "missing_folder": tr(
            "The folder “{name}” does not exist: create it or choose another one."
        ),
        "missing_key": tr(
            "The key that recognises {partner}'s records is not on this computer, so the file "
            "cannot be matched with what is stored: bring the keys folder from where it was made."
        ),
        "missing_source": tr("{name} cannot be opened: is it there, and yours to read?"),
        "newer_schema": tr(
            "{name} was made by a newer version of this plugin (schema {found}, this one knows "
            "{known}): update the plugin; the file was not touched."
        ),
        "no_bulletin": tr("There is no bulletin {bulletin} in this observatory."),
        "no_bulletin_yet": tr(
            "Nothing was printed from this observatory yet: make a bulletin first."
        ),
        "no_batch": tr("There is no batch {batch} in this observatory."),
        "no_driver": tr(
            "{name} cannot be read, because this QGIS lacks GDAL's driver {driver}: save the file as "
            ".xlsx or CSV."
        ),
        "no_geometry": tr(
            "The profile takes its points from the geometry, and {name} has none: map the columns of "
            "the coordinates instead."
        ),
        "no_address_fields": tr(
            "The layer “{layer}” is not a file of the national address base: choose its fields of "
            "the street and, where it has no geometry, of x and y."
        ),
        "no_addresses": tr(
            "No row of the layer has both a street and a point: nothing was imported, and the "
            "addresses that were there stay."
        ),
        "no_places": tr("The layer has no point: nothing was imported."),
        "no_profile": tr(
            "There is no profile “{name}”, neither as a file nor saved in this observatory."
        ),
        "no_rows": tr(
            "{name} has no row under its header: if the partner had nothing to report, record a "
            "nil return."
        ),
        "nothing_and_rows": tr(
            "{name} says that there is nothing to report, above {n} rows: ask the partner which of "
            "the two is meant."
        ),
        "nothing_without_period": tr(
            "{name} says that there is nothing to report, but not for which days: give the period."
        ),
        "no_sheet": tr("{name} has no sheet or layer “{sheet}”; it has: {found}."),
        "no_territories": tr("The layer has no polygon: nothing was imported."),
        "no_territory_level": tr(
            "Territories of level “{level}” are asked for, and the observatory has none: import them "
            "first."
        ),
        "not_a_date_or_year": tr(
            "A date of service is neither a date nor a year: write it like 2014, 2014-05-31 or "
            "31/05/2014."
        ),
        "not_a_point": tr(
            "{name} holds lines or areas, and the profile takes incidents from points: map a column "
            "for the territory instead of the geometry."
        ),
        "not_a_polygon": tr("The territory {code} has no area: correct its geometry first."),
        "not_an_observatory": tr(
            "{name} is not an observatory: choose a .gpkg file that this plugin made."
        ),
        "not_gpkg_name": tr("An observatory's name ends in .gpkg, and {name} does not."),
        "not_text": tr("{name} is not a text file: export it again as CSV."),
        "not_writable": tr(
            "{name} cannot be written here: choose a folder where you have the right to write."
        ),
        "password": tr("{name} is protected by a password: open it and save it without one."),
        "period_backwards": tr("The period ends on {end}, before it begins on {start}."),
        "profile_category": tr(
            "The profile “{name}” uses the category “{code}”, which the observatory does not have."
        ),
        "profile_choice": tr("In the profile {name}, “{field}” must be one of: {allowed}."),
        "profile_crs": tr(
            "The coordinate system {crs} is not known: write it in the profile like EPSG:2154."
        ),
        "profile_field_unknown": tr(
            "The profile {name} maps “{field}”, which the observatory does not hold; it holds: "
            "{known}."
        ),
        "profile_lacks": tr("The profile {name} does not say “{field}”, which it must."),
        "profile_unreadable": tr("{name} is not an import profile: it should be a JSON document."),
        "profile_word": tr(
            "The profile “{name}” gives “{code}” for {field}, which is not in the observatory's "
            "list."
        ),
        "bad_population": tr(
            "The number of residents of the territory {code} is not a number: choose another field."
        ),
        "read_only": tr(
            "{name} may only be read here: ask for the right to write, or copy it elsewhere."
        ),
        "rejects_not_writable": tr(
            "The import is done, but the refused rows could not be written to {name}: choose "
            "another place."
        ),
        "rules_changed": tr(
            "Somebody has changed the agreement with {partner}, or the town's list of categories, "
            "while the file was read: nothing was imported; import it again."
        ),
        "spreadsheet_too_large": tr(
            "{name} has more cells than are read at once (30 million): is a whole sheet filled? Save "
            "only the table as CSV."
        ),
        "temporary_path": tr(
            "An observatory is not a temporary file: choose the folder and the name to keep it "
            "under."
        ),
        "territory_code_twice": tr(
            "The code {code} stands twice in the layer: each territory needs a code of its own."
        ),
        "too_large": tr(
            "{name} is larger than {limit} MB, which is the most that is read at once: split it, for "
            "example by year."
        ),
        "too_many_rows": tr(
            "{name} has more than {limit} million rows, which is the most that is read at once: "
            "split it, for example by year."
        ),
        "unknown_category": tr("The observatory has no category “{code}”."),
        "unknown_crs": tr(
            "The coordinate system {crs} is not known: choose one with an EPSG code."
        ),
        "unknown_partner": tr("The observatory has no partner “{code}”."),
        "entry_refused": tr(
            "The record was not written: the observatory's lists or agreements do not allow what "
            "the form says."
        ),
        "record_changed": tr(
            "Somebody else has changed this record meanwhile: look at it again, then make your "
            "change."
        ),
        "record_gone": tr(
            "This record is no longer in the observatory: it was taken back or purged meanwhile."
        ),
        "unknown_place_kind": tr(
            "“{kind}” is not a kind of place that the inventory holds; it holds: {allowed}."
        ),
        "unknown_type": tr(
            "{name} is of no kind that can be imported: save it as CSV or .xlsx, or unpack it and "
            "take the file in it."
        ),
        "unknown_territory": tr("The observatory has no territory “{code}”."),
        "unreadable_keys": tr(
            "The keys in {name} cannot be read: restore that file from a backup."
        ),
        "unreadable_table": tr(
            "{name} cannot be read as a table: is a quotation mark left open in a cell?"
        ),
        "web_page": tr(
            "{name} is a web page or an XML document under another name: open it in a spreadsheet "
            "program and save it as .xlsx or CSV."
        ),
        "wrong_type": tr(
            "{name} is of type {found}, and the profile asks for {type}: correct the profile, or leave "
            "the type out to have it detected."
        ),
        "zip_bomb": tr(
            "{name} would unpack to far more than any delivery holds, so it was not opened: ask the "
            "partner for the file itself."
        ),
        "zip_names": tr(
            "{name} holds files that would be written outside its folder, so it was not opened: ask "
            "the partner for the file itself."
        ),
        "wrong_encoding": tr(
            "{name} is not written in {encoding}: correct the profile's encoding, or leave it out "
            "to have it detected."
        ),
        "cancelled": tr("Stopped, as you asked. Nothing was written."),
    }


def change_words(before: float, after: float, low: float, high: float) -> str:
    """What the interval of a change (``analysis.change``, per cent) allows to be said."""
    from oltp_plugin.analysis.change import FEW

    if not before and not after:
        return tr("no record in either period")
    if low > 0:
        said = tr("a rise")
    elif high < 0:
        said = tr("a fall")
    else:
        said = tr("no clear change")
    if before < FEW:
        return tr("fewer than {few} before, so no percentage: {said}").format(few=FEW, said=said)
    return tr("between {low} % and {high} %: {said}").format(
        low=_signed(low), high=_signed(high), said=said
    )


def _signed(per_cent: float) -> str:
    """A whole number with its sign, as it is printed: −4, +29."""
    return f"{round(per_cent):+}".replace("-", "−")


def reject_sentence(code: str) -> str:
    """Why an import refused a row; never with the cell's content."""
    return {
        "NULL_ID": tr("the partner's number is empty"),
        "DUP_ID": tr("the partner's number stands twice in the file; the first row was kept"),
        "NULL_DATE": tr("the date is empty"),
        "BAD_DATE": tr("the date cannot be read, or an end comes before its beginning"),
        "NULL_CATEGORY": tr("the category is empty"),
        "BAD_CATEGORY": tr("the category is not among those that the profile knows"),
        "BAD_XY": tr("the coordinates are not numbers, or lie where their system is not valid"),
        "OUT_OF_AREA": tr("the point lies outside the area"),
        "BAD_FIELD": tr(
            "a cell cannot be read or is out of bounds (severity 0 to 9, number of facts from 1),"
            " or the row has more cells than the header"
        ),
        "AGREEMENT": tr("the agreement does not cover this"),
    }[code]


def personal_data_label(kind: str) -> str:
    """A kind of personal data that the scan of texts finds, in the plural."""
    return {
        "email": tr("e-mail addresses"),
        "nir": tr("social security numbers"),
        "birth_date": tr("dates of birth"),
        "telephone": tr("telephone numbers"),
        "plate": tr("number plates"),
        "name": tr("titles with a name"),
    }[kind]
