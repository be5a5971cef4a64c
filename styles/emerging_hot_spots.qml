<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Labeling|Fields" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="all">
   <rule key="0" filter="&quot;class&quot; IN ('new hot spot', 'consecutive hot spot')" symbol="0" label="Newly hot: new, consecutive"/>
   <rule key="1" filter="&quot;class&quot; IN ('intensifying hot spot', 'persistent hot spot', 'diminishing hot spot')" symbol="1" label="Lastingly hot: intensifying, persistent, diminishing"/>
   <rule key="2" filter="&quot;class&quot; IN ('sporadic hot spot', 'oscillating hot spot')" symbol="2" label="Hot on and off: sporadic, oscillating"/>
   <rule key="3" filter="&quot;class&quot; IN ('historical hot spot')" symbol="3" label="No longer hot: historical"/>
   <rule key="4" filter="&quot;class&quot; LIKE '% cold spot'" symbol="4" label="Cold, whichever way"/>
   <rule key="5" filter="&quot;class&quot; = 'no pattern'" symbol="5" label="No pattern"/>
   <rule key="6" filter='"class" IS NULL' symbol="6" label="Not testable"/>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="0.8" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="215,48,31,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="97,97,97,160"/>
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
      <Option type="QString" name="color" value="127,0,0,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="97,97,97,160"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="0.8" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="253,187,132,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="97,97,97,160"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="0.8" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="153,112,171,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="97,97,97,160"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="0.8" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="67,147,195,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="97,97,97,160"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="5" alpha="0.8" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="158,158,158,255"/>
      <Option type="QString" name="style" value="no"/>
      <Option type="QString" name="outline_color" value="200,200,200,160"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="6" alpha="0.8" clip_to_extent="1" force_rhr="0">
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
 <fieldConfiguration>
  <field name="tau">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option type="int" name="Precision" value="2"/>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="p">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option type="int" name="Precision" value="4"/>
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="n" name="Incidents"/>
  <alias field="class" name="Category"/>
  <alias field="tau" name="Kendall's tau of z"/>
  <alias field="p" name="p of the trend"/>
  <alias field="hot_steps" name="Hot steps"/>
  <alias field="cold_steps" name="Cold steps"/>
 </aliases>
</qgis>
