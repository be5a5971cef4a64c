<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Labeling|Fields" labelsEnabled="1">
 <renderer-v2 type="graduatedSymbol" attr="if(&quot;n&quot; &lt; 10, -1, &quot;per_km2&quot; * sum(area($geometry)) / (sum(&quot;n&quot;) * 1000000))" graduatedMethod="GraduatedColor" symbollevels="0" enableorderby="0" forceraster="0">
  <ranges>
   <range lower="-1" upper="-1" symbol="0" label="Fewer than 10 incidents" render="true"/>
   <range lower="0" upper="0.5" symbol="1" label="Less than half the average" render="true"/>
   <range lower="0.5" upper="0.8" symbol="2" label="Below average" render="true"/>
   <range lower="0.8" upper="1.25" symbol="3" label="About average" render="true"/>
   <range lower="1.25" upper="2" symbol="4" label="Above average" render="true"/>
   <range lower="2" upper="1000000000" symbol="5" label="More than twice the average" render="true"/>
  </ranges>
  <symbols>
   <symbol type="fill" name="0" alpha="0.85" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="158,158,158,255"/>
      <Option type="QString" name="style" value="b_diagonal"/>
      <Option type="QString" name="outline_color" value="97,97,97,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="0.85" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="94,60,153,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="97,97,97,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="0.85" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="178,171,210,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="97,97,97,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="0.85" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="247,247,247,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="97,97,97,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="0.85" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="253,184,99,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="97,97,97,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="5" alpha="0.85" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="230,97,1,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="97,97,97,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="format_number(&quot;n&quot;, 0)" isExpression="1" fontSize="8.5" fontWeight="75" fontSizeUnit="Point" textColor="20,20,20,255" textOpacity="1" namedStyle="Regular">
    <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1"/>
   </text-style>
   <placement placement="1" priority="5" obstacleFactor="1"/>
   <rendering obstacle="0" drawLabels="1" scaleVisibility="0" fontMinPixelSize="3" fontMaxPixelSize="10000" limitNumLabels="0"/>
  </settings>
 </labeling>
 <aliases>
  <alias field="n" name="Incidents"/>
  <alias field="n_point" name="Incidents with a point"/>
  <alias field="n_areal" name="Incidents without a point"/>
  <alias field="per_km2" name="Incidents per km²"/>
  <alias field="per_1000" name="Incidents per 1,000 inhabitants"/>
 </aliases>
</qgis>
