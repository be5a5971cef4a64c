<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Fields">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules>
   <rule symbol="0" label="One single place (an address or a stop)" filter="&quot;places&quot; = 1"/>
   <rule symbol="1" label="Fewer than 10 incidents" filter="&quot;places&quot; &gt; 1 AND &quot;n&quot; &lt; 10"/>
   <rule symbol="2" label="10 to 29 incidents" filter="&quot;places&quot; &gt; 1 AND &quot;n&quot; &gt;= 10 AND &quot;n&quot; &lt; 30"/>
   <rule symbol="3" label="30 incidents or more" filter="&quot;places&quot; &gt; 1 AND &quot;n&quot; &gt;= 30"/>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="106,61,154,200"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="60,30,90,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.5"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
    <layer class="CentroidFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="point_on_surface" value="0"/>
      <Option type="QString" name="point_on_all_parts" value="0"/>
     </Option>
     <symbol type="marker" name="@0@1" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="name" value="diamond"/>
        <Option type="QString" name="color" value="106,61,154,255"/>
        <Option type="QString" name="size" value="3"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="outline_color" value="255,255,255,255"/>
        <Option type="QString" name="outline_style" value="solid"/>
        <Option type="QString" name="outline_width" value="0.3"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="scale_method" value="diameter"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="254,217,142,110"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="204,76,2,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="254,153,41,130"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="153,52,4,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.4"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="204,76,2,150"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="102,37,6,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.6"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <aliases>
  <alias field="cluster" name="Cluster"/>
  <alias field="n" name="Incidents"/>
  <alias field="area" name="Area (m²)"/>
  <alias field="places" name="Different places"/>
  <alias field="first" name="First day"/>
  <alias field="last" name="Last day"/>
 </aliases>
</qgis>
