<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Fields">
 <aliases>
  <alias field="distance_from" name="From (m)"/>
  <alias field="distance_to" name="To (m)"/>
  <alias field="days_from" name="From (days)"/>
  <alias field="days_to" name="To (days)"/>
  <alias field="observed" name="Pairs observed"/>
  <alias field="expected" name="Pairs expected by chance"/>
  <alias field="ratio" name="Observed / expected"/>
 </aliases>
</qgis>
