<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis simplifyDrawingHints="1" labelsEnabled="0" version="3.22.16" simplifyDrawingTol="1" simplifyAlgorithm="0" hasScaleBasedVisibilityFlag="0" symbologyReferenceScale="-1" styleCategories="Symbology|Labeling|MapTips|Rendering" simplifyLocal="1" maxScale="0" minScale="100000000" simplifyMaxScale="1">
 <renderer-v2 toleranceUnit="MM" toleranceUnitScale="3x:0,0,0,0,0,0" enableorderby="0" type="pointCluster" referencescale="-1" tolerance="6" symbollevels="0" forceraster="0">
  <renderer-v2 enableorderby="0" type="RuleRenderer" referencescale="-1" symbollevels="0" forceraster="0">
   <rules key="{ac5b0620-3af6-496d-996b-4ce0540385cd}">
    <rule symbol="0" key="{60080087-7d2a-4e04-b373-898370f5575c}" label="1 incident"/>
    <rule symbol="1" key="{1221bd81-bb27-40a2-8ce5-7e682051280b}" filter="FALSE" label="2 to 9 incidents close together"/>
    <rule symbol="2" key="{b4659377-3ab8-4fc3-9425-8e2daad0ff5f}" filter="FALSE" label="10 to 99 incidents close together"/>
    <rule symbol="3" key="{0798f32f-c455-4e80-8de0-b6f8680a7e11}" filter="FALSE" label="100 incidents or more close together"/>
   </rules>
   <symbols>
    <symbol type="marker" name="0" clip_to_extent="1" alpha="1" force_rhr="0">
     <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
      <Option type="Map">
       <Option type="QString" name="angle" value="0"/>
       <Option type="QString" name="cap_style" value="square"/>
       <Option type="QString" name="color" value="213,94,0,255"/>
       <Option type="QString" name="horizontal_anchor_point" value="1"/>
       <Option type="QString" name="joinstyle" value="bevel"/>
       <Option type="QString" name="name" value="circle"/>
       <Option type="QString" name="offset" value="0,0"/>
       <Option type="QString" name="offset_unit" value="MM"/>
       <Option type="QString" name="outline_color" value="255,255,255,255"/>
       <Option type="QString" name="outline_style" value="solid"/>
       <Option type="QString" name="outline_width" value="0.2"/>
       <Option type="QString" name="outline_width_unit" value="MM"/>
       <Option type="QString" name="scale_method" value="diameter"/>
       <Option type="QString" name="size" value="1.9"/>
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
       <Option type="QString" name="color" value="213,94,0,225"/>
       <Option type="QString" name="horizontal_anchor_point" value="1"/>
       <Option type="QString" name="joinstyle" value="bevel"/>
       <Option type="QString" name="name" value="circle"/>
       <Option type="QString" name="offset" value="0,0"/>
       <Option type="QString" name="offset_unit" value="MM"/>
       <Option type="QString" name="outline_color" value="255,255,255,255"/>
       <Option type="QString" name="outline_style" value="solid"/>
       <Option type="QString" name="outline_width" value="0.35"/>
       <Option type="QString" name="outline_width_unit" value="MM"/>
       <Option type="QString" name="scale_method" value="diameter"/>
       <Option type="QString" name="size" value="4.6"/>
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
       <Option type="QString" name="color" value="213,94,0,225"/>
       <Option type="QString" name="horizontal_anchor_point" value="1"/>
       <Option type="QString" name="joinstyle" value="bevel"/>
       <Option type="QString" name="name" value="circle"/>
       <Option type="QString" name="offset" value="0,0"/>
       <Option type="QString" name="offset_unit" value="MM"/>
       <Option type="QString" name="outline_color" value="255,255,255,255"/>
       <Option type="QString" name="outline_style" value="solid"/>
       <Option type="QString" name="outline_width" value="0.35"/>
       <Option type="QString" name="outline_width_unit" value="MM"/>
       <Option type="QString" name="scale_method" value="diameter"/>
       <Option type="QString" name="size" value="6.4"/>
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
       <Option type="QString" name="color" value="213,94,0,225"/>
       <Option type="QString" name="horizontal_anchor_point" value="1"/>
       <Option type="QString" name="joinstyle" value="bevel"/>
       <Option type="QString" name="name" value="circle"/>
       <Option type="QString" name="offset" value="0,0"/>
       <Option type="QString" name="offset_unit" value="MM"/>
       <Option type="QString" name="outline_color" value="255,255,255,255"/>
       <Option type="QString" name="outline_style" value="solid"/>
       <Option type="QString" name="outline_width" value="0.35"/>
       <Option type="QString" name="outline_width_unit" value="MM"/>
       <Option type="QString" name="scale_method" value="diameter"/>
       <Option type="QString" name="size" value="8.6"/>
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
     <Option type="QString" name="color" value="213,94,0,225"/>
     <Option type="QString" name="horizontal_anchor_point" value="1"/>
     <Option type="QString" name="joinstyle" value="bevel"/>
     <Option type="QString" name="name" value="circle"/>
     <Option type="QString" name="offset" value="0,0"/>
     <Option type="QString" name="offset_unit" value="MM"/>
     <Option type="QString" name="outline_color" value="255,255,255,255"/>
     <Option type="QString" name="outline_style" value="solid"/>
     <Option type="QString" name="outline_width" value="0.35"/>
     <Option type="QString" name="outline_width_unit" value="MM"/>
     <Option type="QString" name="scale_method" value="diameter"/>
     <Option type="QString" name="size" value="5"/>
     <Option type="QString" name="size_unit" value="MM"/>
     <Option type="QString" name="vertical_anchor_point" value="1"/>
    </Option>
    <data_defined_properties>
     <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option type="Map" name="properties">
       <Option type="Map" name="size">
        <Option type="bool" name="active" value="true"/>
        <Option type="QString" name="expression" value="CASE WHEN @cluster_size &lt; 10 THEN 4.6 WHEN @cluster_size &lt; 100 THEN 6.4 WHEN @cluster_size &lt; 1000 THEN 8.6 ELSE 11 END"/>
        <Option type="int" name="type" value="3"/>
       </Option>
      </Option>
      <Option type="QString" name="type" value="collection"/>
     </Option>
    </data_defined_properties>
   </layer>
   <layer class="FontMarker" enabled="1" pass="0" locked="0">
    <Option type="Map">
     <Option type="QString" name="angle" value="0"/>
     <Option type="QString" name="chr" value="1"/>
     <Option type="QString" name="color" value="255,255,255,255"/>
     <Option type="QString" name="font" value="Sans Serif"/>
     <Option type="QString" name="font_style" value=""/>
     <Option type="QString" name="horizontal_anchor_point" value="1"/>
     <Option type="QString" name="joinstyle" value="miter"/>
     <Option type="QString" name="offset" value="0,0"/>
     <Option type="QString" name="offset_unit" value="MM"/>
     <Option type="QString" name="outline_color" value="255,255,255,255"/>
     <Option type="QString" name="outline_width" value="0"/>
     <Option type="QString" name="outline_width_unit" value="MM"/>
     <Option type="QString" name="size" value="2.6"/>
     <Option type="QString" name="size_unit" value="MM"/>
     <Option type="QString" name="vertical_anchor_point" value="1"/>
    </Option>
    <data_defined_properties>
     <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option type="Map" name="properties">
       <Option type="Map" name="char">
        <Option type="bool" name="active" value="true"/>
        <Option type="QString" name="expression" value="to_string(@cluster_size)"/>
        <Option type="int" name="type" value="3"/>
       </Option>
       <Option type="Map" name="size">
        <Option type="bool" name="active" value="true"/>
        <Option type="QString" name="expression" value="CASE WHEN @cluster_size &lt; 100 THEN 2.5 ELSE 2.7 END"/>
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
