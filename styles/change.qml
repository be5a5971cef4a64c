<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Labeling|Fields" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
  <rules key="all">
   <rule key="0" filter='"q" &lt;= 0.01 AND "change" &gt; 0' symbol="0" label="A clear rise (q ≤ 0.01)"/>
   <rule key="1" filter='"q" &gt; 0.01 AND "q" &lt;= 0.05 AND "change" &gt; 0' symbol="1" label="A rise (q ≤ 0.05)"/>
   <rule key="2" filter='"q" &gt; 0.05 AND ("n_before" &gt; 0 OR "n_after" &gt; 0)' symbol="2" label="No clear change"/>
   <rule key="3" filter='"q" &gt; 0.01 AND "q" &lt;= 0.05 AND "change" &lt; 0' symbol="3" label="A fall (q ≤ 0.05)"/>
   <rule key="4" filter='"q" &lt;= 0.01 AND "change" &lt; 0' symbol="4" label="A clear fall (q ≤ 0.01)"/>
   <rule key="5" filter='"n_before" = 0 AND "n_after" = 0' symbol="5" label="No incident in either period"/>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="0.75" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="230,97,1,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="97,97,97,160"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="0.75" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="253,184,99,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="97,97,97,160"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="0.75" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="247,247,247,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="97,97,97,160"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="0.75" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="178,171,210,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="97,97,97,160"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="0.75" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="94,60,153,255"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="97,97,97,160"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="miter"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="5" alpha="0.75" clip_to_extent="1" force_rhr="0">
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
  </symbols>
 </renderer-v2>
 <fieldConfiguration>
  <field name="change">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option type="int" name="Precision" value="1"/>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="change_pct">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option type="int" name="Precision" value="0"/>
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
  <field name="q">
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
  <alias field="n_before" name="Before"/>
  <alias field="n_after" name="After"/>
  <alias field="change" name="Change"/>
  <alias field="change_pct" name="Change in %"/>
  <alias field="p" name="p"/>
  <alias field="q" name="q, corrected p"/>
  <alias field="words" name="In words"/>
 </aliases>
</qgis>
