<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Fields">
 <aliases>
  <alias field="least" name="Incidents a unit, at least"/>
  <alias field="units" name="Units"/>
  <alias field="share_units" name="Share of the units (0 to 1)"/>
  <alias field="incidents" name="Incidents"/>
  <alias field="share_incidents" name="Share of the incidents (0 to 1)"/>
 </aliases>
</qgis>
