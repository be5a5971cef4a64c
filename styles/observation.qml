<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis simplifyDrawingHints="1" labelsEnabled="1" version="3.22.16" simplifyDrawingTol="1" simplifyAlgorithm="0" hasScaleBasedVisibilityFlag="0" symbologyReferenceScale="-1" styleCategories="Symbology|Labeling|MapTips|Rendering" simplifyLocal="1" maxScale="0" minScale="100000000" simplifyMaxScale="1">
 <renderer-v2 enableorderby="0" type="categorizedSymbol" attr="kind" referencescale="-1" symbollevels="0" forceraster="0">
  <categories>
   <category render="true" symbol="0" label="Meeting" value="meeting"/>
   <category render="true" symbol="1" label="Walk" value="walk"/>
   <category render="true" symbol="2" label="Field observation" value="field"/>
  </categories>
  <symbols>
   <symbol type="marker" name="0" clip_to_extent="1" alpha="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="square"/>
      <Option type="QString" name="color" value="0,158,115,255"/>
      <Option type="QString" name="horizontal_anchor_point" value="1"/>
      <Option type="QString" name="joinstyle" value="bevel"/>
      <Option type="QString" name="name" value="pentagon"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="scale_method" value="diameter"/>
      <Option type="QString" name="size" value="3.4"/>
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
      <Option type="QString" name="color" value="0,158,115,255"/>
      <Option type="QString" name="horizontal_anchor_point" value="1"/>
      <Option type="QString" name="joinstyle" value="bevel"/>
      <Option type="QString" name="name" value="triangle"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="scale_method" value="diameter"/>
      <Option type="QString" name="size" value="3.4"/>
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
      <Option type="QString" name="color" value="0,158,115,255"/>
      <Option type="QString" name="horizontal_anchor_point" value="1"/>
      <Option type="QString" name="joinstyle" value="bevel"/>
      <Option type="QString" name="name" value="star"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="scale_method" value="diameter"/>
      <Option type="QString" name="size" value="3.4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="vertical_anchor_point" value="1"/>
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
 <settings calloutType="simple">
 <text-style fontKerning="1" textOpacity="1" fontWeight="50" fieldName="theme" fontItalic="0" legendString="Aa" fontSize="7.5" textOrientation="horizontal" blendMode="0" isExpression="0" previewBkgrdColor="255,255,255,255" fontStrikeout="0" allowHtml="0" fontSizeUnit="Point" multilineHeight="1" useSubstitutions="0" fontWordSpacing="0" capitalization="0" textColor="0,84,61,255" namedStyle="" fontUnderline="0" fontLetterSpacing="0">
  <text-buffer bufferSize="0.80000000000000004" bufferSizeUnits="MM" bufferJoinStyle="128" bufferNoFill="1" bufferBlendMode="0" bufferOpacity="1" bufferDraw="1" bufferColor="255,255,255,255" />
 </text-style>
 <text-format leftDirectionSymbol="&lt;" wrapChar="" formatNumbers="0" rightDirectionSymbol="&gt;" plussign="0" useMaxLineLengthForAutoWrap="1" reverseDirectionSymbol="0" autoWrapLength="0" multilineAlign="3" placeDirectionSymbol="0" addDirectionSymbol="0" decimals="3" />
 <placement placement="6" priority="5" maxCurvedCharAngleIn="25" repeatDistanceUnits="MM" lineAnchorPercent="0.5" lineAnchorType="0" preserveRotation="1" repeatDistance="0" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" polygonPlacementFlags="2" dist="0" xOffset="0" offsetUnits="MM" rotationUnit="AngleDegrees" geometryGeneratorType="PointGeometry" offsetType="0" overrunDistance="0" quadOffset="4" centroidWhole="0" maxCurvedCharAngleOut="-25" overrunDistanceUnit="MM" centroidInside="0" geometryGenerator="" rotationAngle="0" distUnits="MM" geometryGeneratorEnabled="0" fitInPolygonOnly="0" yOffset="0" placementFlags="10" lineAnchorClipping="0" layerType="UnknownGeometry" />
 <rendering obstacle="1" obstacleType="1" fontMinPixelSize="0" unplacedVisibility="0" maxNumLabels="2000" upsidedownLabels="0" displayAll="0" scaleMin="0" fontMaxPixelSize="10000" drawLabels="1" scaleVisibility="1" limitNumLabels="0" labelPerPart="0" scaleMax="10000" minFeatureSize="0" fontLimitPixelSize="0" zIndex="0" obstacleFactor="1" mergeLines="0" />
 </settings>
</labeling>
 <mapTip>&lt;b>[% replace("theme", '&lt;', '&amp;lt;') %]&lt;/b>&lt;br>[% to_string(format_date(to_datetime("observed_at"), 'dd/MM/yyyy')) %] [% replace("institution", '&lt;', '&amp;lt;') %]&lt;br>[% replace("note", '&lt;', '&amp;lt;') %]</mapTip>
</qgis>
