<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Fields">
 <aliases>
  <alias field="n_before" name="Before"/>
  <alias field="n_after" name="After"/>
  <alias field="change" name="Change, for periods of equal length"/>
  <alias field="change_pct" name="Change in per cent"/>
  <alias field="p" name="p, by chance alone"/>
  <alias field="q" name="q, p among several"/>
  <alias field="words" name="In words"/>
 </aliases>
</qgis>
