<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis simplifyDrawingHints="1" labelsEnabled="0" version="3.22.16" simplifyDrawingTol="1" simplifyAlgorithm="0" hasScaleBasedVisibilityFlag="0" symbologyReferenceScale="-1" styleCategories="Symbology|Labeling|MapTips|Rendering" simplifyLocal="1" maxScale="0" minScale="100000000" simplifyMaxScale="1">
 <renderer-v2 toleranceUnit="MapUnit" toleranceUnitScale="3x:0,0,0,0,0,0" enableorderby="0" type="pointCluster" referencescale="-1" tolerance="0.001" symbollevels="0" forceraster="0">
  <renderer-v2 enableorderby="0" type="RuleRenderer" referencescale="-1" symbollevels="0" forceraster="0">
   <rules key="{d7fc0d47-86b3-4fe0-88f7-3d94d986bf26}">
    <rule symbol="0" key="{35105f2a-1c91-460c-a8fe-7f8dbcfca62a}" label="1 incident"/>
    <rule symbol="1" key="{a5507be6-c0ce-46d9-b03b-81a793c8189e}" filter="FALSE" label="2 to 4 incidents at one place"/>
    <rule symbol="2" key="{468f19af-56c4-4e63-af8f-9ee0f00296f1}" filter="FALSE" label="5 to 9 incidents at one place"/>
    <rule symbol="3" key="{8deae82b-aeb5-472c-8365-9dd7d2f3ab63}" filter="FALSE" label="10 to 29 incidents at one place"/>
    <rule symbol="4" key="{5476e3bb-8246-4dbb-aac7-9cd0991945ab}" filter="FALSE" label="30 incidents or more at one place"/>
   </rules>
   <symbols>
    <symbol type="marker" name="0" clip_to_extent="1" alpha="1" force_rhr="0">
     <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
      <Option type="Map">
       <Option type="QString" name="angle" value="0"/>
       <Option type="QString" name="cap_style" value="square"/>
       <Option type="QString" name="color" value="254,237,222,235"/>
       <Option type="QString" name="horizontal_anchor_point" value="1"/>
       <Option type="QString" name="joinstyle" value="bevel"/>
       <Option type="QString" name="name" value="circle"/>
       <Option type="QString" name="offset" value="0,0"/>
       <Option type="QString" name="offset_unit" value="MM"/>
       <Option type="QString" name="outline_color" value="90,40,10,255"/>
       <Option type="QString" name="outline_style" value="solid"/>
       <Option type="QString" name="outline_width" value="0.15"/>
       <Option type="QString" name="outline_width_unit" value="MM"/>
       <Option type="QString" name="scale_method" value="diameter"/>
       <Option type="QString" name="size" value="1.7"/>
       <Option type="QString" name="size_unit" value="MM"/>
       <Option type="QString" name="vertical_anchor_point" value="1"/>
      </Option>
     </layer>
    </symbol>
    <symbol type="marker" name="1" clip_to_extent="1" alpha="1" force_rhr="0">
     <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
      <Option type="Map">
       <Option type="QString" name="angle" value="0"/>
       <Option type="QString" name="cap_style" value="square"/>
       <Option type="QString" name="color" value="253,190,133,235"/>
       <Option type="QString" name="horizontal_anchor_point" value="1"/>
       <Option type="QString" name="joinstyle" value="bevel"/>
       <Option type="QString" name="name" value="circle"/>
       <Option type="QString" name="offset" value="0,0"/>
       <Option type="QString" name="offset_unit" value="MM"/>
       <Option type="QString" name="outline_color" value="90,40,10,255"/>
       <Option type="QString" name="outline_style" value="solid"/>
       <Option type="QString" name="outline_width" value="0.15"/>
       <Option type="QString" name="outline_width_unit" value="MM"/>
       <Option type="QString" name="scale_method" value="diameter"/>
       <Option type="QString" name="size" value="2.8"/>
       <Option type="QString" name="size_unit" value="MM"/>
       <Option type="QString" name="vertical_anchor_point" value="1"/>
      </Option>
     </layer>
    </symbol>
    <symbol type="marker" name="2" clip_to_extent="1" alpha="1" force_rhr="0">
     <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
      <Option type="Map">
       <Option type="QString" name="angle" value="0"/>
       <Option type="QString" name="cap_style" value="square"/>
       <Option type="QString" name="color" value="253,141,60,235"/>
       <Option type="QString" name="horizontal_anchor_point" value="1"/>
       <Option type="QString" name="joinstyle" value="bevel"/>
       <Option type="QString" name="name" value="circle"/>
       <Option type="QString" name="offset" value="0,0"/>
       <Option type="QString" name="offset_unit" value="MM"/>
       <Option type="QString" name="outline_color" value="90,40,10,255"/>
       <Option type="QString" name="outline_style" value="solid"/>
       <Option type="QString" name="outline_width" value="0.15"/>
       <Option type="QString" name="outline_width_unit" value="MM"/>
       <Option type="QString" name="scale_method" value="diameter"/>
       <Option type="QString" name="size" value="4.2"/>
       <Option type="QString" name="size_unit" value="MM"/>
       <Option type="QString" name="vertical_anchor_point" value="1"/>
      </Option>
     </layer>
    </symbol>
    <symbol type="marker" name="3" clip_to_extent="1" alpha="1" force_rhr="0">
     <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
      <Option type="Map">
       <Option type="QString" name="angle" value="0"/>
       <Option type="QString" name="cap_style" value="square"/>
       <Option type="QString" name="color" value="230,85,13,235"/>
       <Option type="QString" name="horizontal_anchor_point" value="1"/>
       <Option type="QString" name="joinstyle" value="bevel"/>
       <Option type="QString" name="name" value="circle"/>
       <Option type="QString" name="offset" value="0,0"/>
       <Option type="QString" name="offset_unit" value="MM"/>
       <Option type="QString" name="outline_color" value="90,40,10,255"/>
       <Option type="QString" name="outline_style" value="solid"/>
       <Option type="QString" name="outline_width" value="0.15"/>
       <Option type="QString" name="outline_width_unit" value="MM"/>
       <Option type="QString" name="scale_method" value="diameter"/>
       <Option type="QString" name="size" value="6"/>
       <Option type="QString" name="size_unit" value="MM"/>
       <Option type="QString" name="vertical_anchor_point" value="1"/>
      </Option>
     </layer>
    </symbol>
    <symbol type="marker" name="4" clip_to_extent="1" alpha="1" force_rhr="0">
     <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
      <Option type="Map">
       <Option type="QString" name="angle" value="0"/>
       <Option type="QString" name="cap_style" value="square"/>
       <Option type="QString" name="color" value="127,39,4,235"/>
       <Option type="QString" name="horizontal_anchor_point" value="1"/>
       <Option type="QString" name="joinstyle" value="bevel"/>
       <Option type="QString" name="name" value="circle"/>
       <Option type="QString" name="offset" value="0,0"/>
       <Option type="QString" name="offset_unit" value="MM"/>
       <Option type="QString" name="outline_color" value="90,40,10,255"/>
       <Option type="QString" name="outline_style" value="solid"/>
       <Option type="QString" name="outline_width" value="0.15"/>
       <Option type="QString" name="outline_width_unit" value="MM"/>
       <Option type="QString" name="scale_method" value="diameter"/>
       <Option type="QString" name="size" value="8.4"/>
       <Option type="QString" name="size_unit" value="MM"/>
       <Option type="QString" name="vertical_anchor_point" value="1"/>
      </Option>
     </layer>
    </symbol>
   </symbols>
  </renderer-v2>
  <symbol type="marker" name="centerSymbol" clip_to_extent="1" alpha="1" force_rhr="0">
   <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
    <Option type="Map">
     <Option type="QString" name="angle" value="0"/>
     <Option type="QString" name="cap_style" value="square"/>
     <Option type="QString" name="color" value="253,190,133,235"/>
     <Option type="QString" name="horizontal_anchor_point" value="1"/>
     <Option type="QString" name="joinstyle" value="bevel"/>
     <Option type="QString" name="name" value="circle"/>
     <Option type="QString" name="offset" value="0,0"/>
     <Option type="QString" name="offset_unit" value="MM"/>
     <Option type="QString" name="outline_color" value="90,40,10,255"/>
     <Option type="QString" name="outline_style" value="solid"/>
     <Option type="QString" name="outline_width" value="0.15"/>
     <Option type="QString" name="outline_width_unit" value="MM"/>
     <Option type="QString" name="scale_method" value="diameter"/>
     <Option type="QString" name="size" value="3"/>
     <Option type="QString" name="size_unit" value="MM"/>
     <Option type="QString" name="vertical_anchor_point" value="1"/>
    </Option>
    <data_defined_properties>
     <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option type="Map" name="properties">
       <Option type="Map" name="fillColor">
        <Option type="bool" name="active" value="true"/>
        <Option type="QString" name="expression" value="CASE WHEN @cluster_size &lt; 5 THEN '253,190,133,235' WHEN @cluster_size &lt; 10 THEN '253,141,60,235' WHEN @cluster_size &lt; 30 THEN '230,85,13,235' ELSE '127,39,4,235' END"/>
        <Option type="int" name="type" value="3"/>
       </Option>
       <Option type="Map" name="size">
        <Option type="bool" name="active" value="true"/>
        <Option type="QString" name="expression" value="CASE WHEN @cluster_size &lt; 5 THEN 2.8 WHEN @cluster_size &lt; 10 THEN 4.2 WHEN @cluster_size &lt; 30 THEN 6 ELSE 8.4 END"/>
        <Option type="int" name="type" value="3"/>
       </Option>
      </Option>
      <Option type="QString" name="type" value="collection"/>
     </Option>
    </data_defined_properties>
   </layer>
  </symbol>
 </renderer-v2>
 <mapTip>&lt;b>[% represent_value("category") %]&lt;/b>&lt;br>[% to_string(format_date(to_datetime("occurred_from"), 'dd/MM/yyyy HH:mm')) %]&lt;br>[% represent_value("partner") %]</mapTip>
</qgis>
