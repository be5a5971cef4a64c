<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis styleCategories="Symbology|Labeling|MapTips|Rendering" minScale="100000000" simplifyLocal="1" simplifyDrawingHints="1" version="3.22.16" symbologyReferenceScale="-1" hasScaleBasedVisibilityFlag="0" simplifyDrawingTol="1" simplifyMaxScale="1" maxScale="0" labelsEnabled="1" simplifyAlgorithm="0">
 <renderer-v2 forceraster="0" enableorderby="0" symbollevels="0" type="singleSymbol" referencescale="-1">
  <symbols>
   <symbol name="0" alpha="1" clip_to_extent="1" type="fill" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" value="0,0,255,255" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
      <Option name="offset" value="0,0" type="QString" />
      <Option name="offset_unit" value="MM" type="QString" />
      <Option name="outline_color" value="144,164,174,255" type="QString" />
      <Option name="outline_style" value="dash" type="QString" />
      <Option name="outline_width" value="0.3" type="QString" />
      <Option name="outline_width_unit" value="MM" type="QString" />
      <Option name="style" value="no" type="QString" />
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fontKerning="1" textOpacity="1" fontWeight="50" fieldName="name" fontItalic="0" legendString="Aa" fontSize="8" textOrientation="horizontal" blendMode="0" isExpression="0" previewBkgrdColor="255,255,255,255" fontStrikeout="0" allowHtml="0" fontSizeUnit="Point" multilineHeight="1" useSubstitutions="0" fontWordSpacing="0" capitalization="0" textColor="84,110,122,255" namedStyle="" fontUnderline="0" fontLetterSpacing="0">
    <text-buffer bufferSize="0.80000000000000004" bufferSizeUnits="MM" bufferJoinStyle="128" bufferNoFill="1" bufferBlendMode="0" bufferOpacity="1" bufferDraw="1" bufferColor="255,255,255,230" />
   </text-style>
   <text-format leftDirectionSymbol="&lt;" wrapChar="" formatNumbers="0" rightDirectionSymbol="&gt;" plussign="0" useMaxLineLengthForAutoWrap="1" reverseDirectionSymbol="0" autoWrapLength="18" multilineAlign="1" placeDirectionSymbol="0" addDirectionSymbol="0" decimals="3" />
   <placement placement="4" priority="3" maxCurvedCharAngleIn="25" repeatDistanceUnits="MM" lineAnchorPercent="0.5" lineAnchorType="0" preserveRotation="1" repeatDistance="0" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" polygonPlacementFlags="2" dist="0" xOffset="0" offsetUnits="MM" rotationUnit="AngleDegrees" geometryGeneratorType="PointGeometry" offsetType="0" overrunDistance="0" quadOffset="4" centroidWhole="0" maxCurvedCharAngleOut="-25" overrunDistanceUnit="MM" centroidInside="0" geometryGenerator="" rotationAngle="0" distUnits="MM" geometryGeneratorEnabled="0" fitInPolygonOnly="0" yOffset="0" placementFlags="10" lineAnchorClipping="0" layerType="UnknownGeometry" />
   <rendering obstacle="1" obstacleType="1" fontMinPixelSize="0" unplacedVisibility="0" maxNumLabels="2000" upsidedownLabels="0" displayAll="0" scaleMin="0" fontMaxPixelSize="10000" drawLabels="1" scaleVisibility="1" limitNumLabels="0" labelPerPart="0" scaleMax="25000" minFeatureSize="0" fontLimitPixelSize="0" zIndex="0" obstacleFactor="1" mergeLines="0" />
  </settings>
 </labeling>
 <mapTip>&lt;b&gt;[% "name" %]&lt;/b&gt;</mapTip>
</qgis>
