<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Fields">
 <aliases>
  <alias field="hour" name="Hour"/>
  <alias field="mon" name="Monday"/>
  <alias field="tue" name="Tuesday"/>
  <alias field="wed" name="Wednesday"/>
  <alias field="thu" name="Thursday"/>
  <alias field="fri" name="Friday"/>
  <alias field="sat" name="Saturday"/>
  <alias field="sun" name="Sunday"/>
 </aliases>
</qgis>
