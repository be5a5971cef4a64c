<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Fields">
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
