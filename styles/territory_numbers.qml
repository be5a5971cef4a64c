<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Labeling" labelsEnabled="1">
 <renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0">
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="CentroidFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="point_on_surface" value="1"/>
      <Option type="QString" name="point_on_all_parts" value="0"/>
      <Option type="QString" name="clip_points" value="0"/>
     </Option>
     <symbol type="marker" name="@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="name" value="circle"/>
        <Option type="QString" name="color" value="213,94,0,170"/>
        <Option type="QString" name="outline_color" value="255,255,255,255"/>
        <Option type="QString" name="outline_style" value="solid"/>
        <Option type="QString" name="outline_width" value="0.3"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="size" value="4"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="scale_method" value="diameter"/>
       </Option>
       <data_defined_properties>
        <Option type="Map">
         <Option type="QString" name="name" value=""/>
         <Option type="Map" name="properties">
          <Option type="Map" name="size">
           <Option type="bool" name="active" value="true"/>
           <Option type="QString" name="expression" value="if(&quot;n&quot; &gt; 0, 16 * sqrt(&quot;n&quot; / &quot;most&quot;), 0)"/>
           <Option type="int" name="type" value="3"/>
          </Option>
         </Option>
         <Option type="QString" name="type" value="collection"/>
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="if(&quot;n&quot; &gt; 0, format_number(&quot;n&quot;, 0), '')" isExpression="1" fontSize="9" fontWeight="75" fontSizeUnit="Point" textColor="20,20,20,255" textOpacity="1" namedStyle="Regular">
    <text-buffer bufferDraw="0" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1"/>
   </text-style>
   <placement placement="1" priority="10" obstacleFactor="1"/>
   <rendering obstacle="0" drawLabels="1" scaleVisibility="0" fontMinPixelSize="3" fontMaxPixelSize="10000" limitNumLabels="0"/>
  </settings>
 </labeling>
</qgis>
