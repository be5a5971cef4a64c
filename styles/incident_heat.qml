<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis simplifyDrawingHints="1" labelsEnabled="0" version="3.22.16" simplifyDrawingTol="1" simplifyAlgorithm="0" hasScaleBasedVisibilityFlag="0" symbologyReferenceScale="-1" styleCategories="Symbology|Labeling|MapTips|Rendering" simplifyLocal="1" maxScale="0" minScale="100000000" simplifyMaxScale="1">
 <renderer-v2 radius_map_unit_scale="3x:0,0,0,0,0,0" enableorderby="0" type="heatmapRenderer" max_value="0" quality="2" referencescale="-1" radius="6" symbollevels="0" radius_unit="0" weight_expression="" forceraster="0">
  <colorramp type="gradient" name="[source]">
   <Option type="Map">
    <Option type="QString" name="color1" value="255,255,178,0"/>
    <Option type="QString" name="color2" value="128,0,38,230"/>
    <Option type="QString" name="discrete" value="0"/>
    <Option type="QString" name="rampType" value="gradient"/>
    <Option type="QString" name="stops" value="0.08;254,217,118,120:0.3;253,141,60,190:0.6;227,26,28,215"/>
   </Option>
  </colorramp>
 </renderer-v2>
</qgis>
