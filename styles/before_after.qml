<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Fields">
 <fieldConfiguration>
  <field name="wdd">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option type="int" name="Precision" value="1"/>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="se">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option type="int" name="Precision" value="2"/>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="z">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option type="int" name="Precision" value="2"/>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="low">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option type="int" name="Precision" value="1"/>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="high">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option type="int" name="Precision" value="1"/>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="rr">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option type="int" name="Precision" value="2"/>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="rr_low">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option type="int" name="Precision" value="2"/>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="rr_high">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option type="int" name="Precision" value="2"/>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="dispersion">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option type="int" name="Precision" value="2"/>
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="area" name="Area"/>
  <alias field="treated_before" name="Treated, before"/>
  <alias field="treated_after" name="Treated, after"/>
  <alias field="control_before" name="Control, before"/>
  <alias field="control_after" name="Control, after"/>
  <alias field="wdd" name="Difference (WDD)"/>
  <alias field="se" name="Standard error"/>
  <alias field="z" name="z"/>
  <alias field="low" name="Difference, from"/>
  <alias field="high" name="Difference, to"/>
  <alias field="rr" name="Ratio of the changes"/>
  <alias field="rr_low" name="Ratio, from"/>
  <alias field="rr_high" name="Ratio, to"/>
  <alias field="dispersion" name="Variance over Poisson"/>
 </aliases>
</qgis>
