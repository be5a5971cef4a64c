<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Fields">
 <aliases>
  <alias field="what" name="Counted"/>
  <alias field="n" name="Number"/>
  <alias field="area_km2" name="Study area (km²)"/>
  <alias field="mean_distance" name="Mean distance to the nearest (m)"/>
  <alias field="expected_distance" name="Distance expected by chance (m)"/>
  <alias field="nni" name="Nearest-neighbour index"/>
  <alias field="z_edge" name="z, with allowance for the edge"/>
  <alias field="p_edge" name="p, with allowance for the edge"/>
 </aliases>
</qgis>
