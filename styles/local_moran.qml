<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Labeling|Fields" labelsEnabled="0">
 <renderer-v2 type="categorizedSymbol" attr="coalesce(&quot;class&quot;, 'untested')" symbollevels="0" enableorderby="0" forceraster="0">
  <categories>
   <category value="HH" symbol="0" label="Many among many" render="true"/>
   <category value="HL" symbol="1" label="Many among few" render="true"/>
   <category value="LH" symbol="2" label="Few among many" render="true"/>
   <category value="LL" symbol="3" label="Few among few" render="true"/>
   <category value="none" symbol="4" label="No clear pattern" render="true"/>
   <category value="untested" symbol="5" label="Not testable" render="true"/>
  </categories>
  <symbols>
   <symbol type="fill" name="0" alpha="0.8" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="178,24,43,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="120,120,120,160"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="0.8" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="244,165,130,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="0.8" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="146,197,222,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="90,90,90,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="0.8" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="33,102,172,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="120,120,120,160"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="0.35" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="247,247,247,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="180,180,180,120"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.05"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="5" alpha="0.8" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="120,120,120,255"/>
      <Option type="QString" name="style" value="b_diagonal"/>
      <Option type="QString" name="outline_color" value="120,120,120,160"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <layerOpacity>1</layerOpacity>
 <aliases>
  <alias field="n" name="Incidents"/>
  <alias field="i" name="Local Moran's I"/>
  <alias field="z" name="z of local Moran"/>
  <alias field="p" name="p (two-sided)"/>
  <alias field="q" name="q (p corrected for the number of cells)"/>
  <alias field="class" name="Cell and neighbours: H many, L few"/>
  <alias field="area" name="Area (m²)"/>
  <alias field="neighbours" name="Neighbouring cells"/>
 </aliases>
</qgis>
