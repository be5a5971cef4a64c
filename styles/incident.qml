<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis styleCategories="Symbology|Labeling|MapTips|Rendering" minScale="100000000" simplifyLocal="1" simplifyDrawingHints="1" version="3.22.16" symbologyReferenceScale="-1" hasScaleBasedVisibilityFlag="0" simplifyDrawingTol="1" simplifyMaxScale="1" maxScale="0" labelsEnabled="0" simplifyAlgorithm="0">
 <renderer-v2 forceraster="0" enableorderby="0" symbollevels="0" type="RuleRenderer" referencescale="-1">
  <rules key="{03a2c21e-c02b-4b07-9835-a57414c6f928}">
   <rule symbol="0" key="{8fecb97a-c792-41a4-a9a7-47f84efda2f4}" label="Precise place" filter="&quot;location_precision&quot; IN ('address', 'stop', 'facility')" />
   <rule symbol="1" key="{6ce53e18-d45f-427b-bb10-25c1669fd9a7}" label="Approximate place" filter="ELSE" />
  </rules>
  <symbols>
   <symbol name="0" alpha="1" clip_to_extent="1" type="marker" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" value="0" type="QString" />
      <Option name="cap_style" value="square" type="QString" />
      <Option name="color" value="213,94,0,255" type="QString" />
      <Option name="horizontal_anchor_point" value="1" type="QString" />
      <Option name="joinstyle" value="bevel" type="QString" />
      <Option name="name" value="circle" type="QString" />
      <Option name="offset" value="0,0" type="QString" />
      <Option name="offset_unit" value="MM" type="QString" />
      <Option name="outline_color" value="255,255,255,255" type="QString" />
      <Option name="outline_style" value="solid" type="QString" />
      <Option name="outline_width" value="0.15" type="QString" />
      <Option name="outline_width_unit" value="MM" type="QString" />
      <Option name="scale_method" value="diameter" type="QString" />
      <Option name="size" value="1.7" type="QString" />
      <Option name="size_unit" value="MM" type="QString" />
      <Option name="vertical_anchor_point" value="1" type="QString" />
     </Option>
    </layer>
   </symbol>
   <symbol name="1" alpha="1" clip_to_extent="1" type="marker" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" value="0" type="QString" />
      <Option name="cap_style" value="square" type="QString" />
      <Option name="color" value="255,255,255,160" type="QString" />
      <Option name="horizontal_anchor_point" value="1" type="QString" />
      <Option name="joinstyle" value="bevel" type="QString" />
      <Option name="name" value="circle" type="QString" />
      <Option name="offset" value="0,0" type="QString" />
      <Option name="offset_unit" value="MM" type="QString" />
      <Option name="outline_color" value="213,94,0,255" type="QString" />
      <Option name="outline_style" value="solid" type="QString" />
      <Option name="outline_width" value="0.4" type="QString" />
      <Option name="outline_width_unit" value="MM" type="QString" />
      <Option name="scale_method" value="diameter" type="QString" />
      <Option name="size" value="1.7" type="QString" />
      <Option name="size_unit" value="MM" type="QString" />
      <Option name="vertical_anchor_point" value="1" type="QString" />
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <mapTip>&lt;b&gt;[% represent_value("category") %]&lt;/b&gt;&lt;br&gt;[% to_string(format_date(to_datetime("occurred_from"), 'dd/MM/yyyy HH:mm')) %]&lt;br&gt;[% represent_value("partner") %]</mapTip>
</qgis>
