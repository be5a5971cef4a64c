<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Fields">
 <aliases>
  <alias field="partner" name="Partner"/>
  <alias field="month" name="Month"/>
  <alias field="state" name="Delivery"/>
  <alias field="n" name="Records"/>
  <alias field="located_share" name="Share with a point (0 to 1)"/>
  <alias field="median_delay_days" name="Median delay (days)"/>
 </aliases>
</qgis>
