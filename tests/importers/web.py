# ruff: noqa: E501 (markup breaks its lines where it wants)
"""A meeting of a council that does not exist, as its web site gives it."""

from __future__ import annotations

PAGE = """<!DOCTYPE html>
<!-- saved from url=(0077)https://democracy.wendshire.example/ieListDocuments.aspx?CId=130&MId=7115&Ver=4 -->
<html><head><title>Agenda for Coast Scrutiny Committee on Thursday 26th May, 2033, 10.00 am - Wendshire</title>
<script>var t = '<p class="mgAiTitleTxt">99.</p>';</script></head><body><div class="mgContent">
<h1>Agenda and minutes</h1>
<h2 class="mgSubTitleTxt">Coast Scrutiny Committee<br>Thursday, 26th May, 2033 10.00 am</h2>
<p><span class="mgLabel">Venue:</span>&nbsp; Quay House, Saltby. <a href="http://m.example">View directions</a></p>
<p><span class="mgLabel">Contact:</span> Cy Marsh, Democratic Services Officer Tel: 01632 960001
 Email: <a href="mailto:cy.marsh@wendshire.example">cy.marsh@wendshire.example</a></p>
<table class="mgItemTable">
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt" >1.</p></td><td><p class="mgAiTitleTxt">Apologies</p>
__APOLOGIES__</td></tr>
<tr><td><p class="mgAiTitleTxt">Please send in questions on the following items by noon on Monday 23rd May 2033</p>
</td></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">2.</p></td><td>
<p class="mgAiTitleTxt"><a class="mgAiTitleLnk" href="documents/s12/Sea%20Walls.pdf">Sea Walls Survey
 <span class="mgFileSize">PDF 172 KB</span></a></p>
<div class="mgWordPara"><p>To note the report.</p><div class="mgWordPara">Twice nested.</div></div>
<p class="mgSubItemTitleTxt">Additional documents:</p>
<ul class="mgBulletList"><li><a href="documents/s13/Map.pdf">Appendix 1 - Map<span>, item 2.</span>
 <span>PDF 3 MB</span></a></li>
<li><img alt="Restricted"><a href="documents/s14/Bids.pdf">Bids <span>PDF 9 KB</span></a></li></ul>__WALLS__</td></tr>
<tr><td><p class="mgAiTitleTxt">3. Any other business</p></td></tr>
</table></div></body></html>
"""
MINUTED = PAGE.replace(
    "__APOLOGIES__",
    '<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>Apologies were received from '
    "Cllr Una Hill.</p></div>",
).replace(
    "__WALLS__",
    '<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>It was agreed that a map would be '
    "circulated to all members of the committee before the summer. (Action - AS)</p>"
    "<p><b>RESOLVED</b> that the report be noted.</p></div>",
)
AGENDA = PAGE.replace("__APOLOGIES__", "").replace("__WALLS__", "")

XML = """<?xml version="1.0" encoding="utf-8"?>
<meeting><committeetitle>Coast Scrutiny Committee</committeetitle><meetingdate>26/05/2033</meetingdate>
<meetingtime>2.30 pm</meetingtime><meetingstatus>Confirmed; Rescheduled from 19/05/2033</meetingstatus>
<meetinglocation>Quay House &amp;amp; Annex</meetinglocation>
<attendees><attendee><name>Cllr Ivy Brook</name><role>Chairman</role><attendance>Present</attendance></attendee>
<attendee><name>Cllr Una Hill</name><attendance>Apologies</attendance></attendee></attendees><agendaitems>
<agendaitem><agendaitemnumber>0</agendaitemnumber><agendaitemtitle>PART A</agendaitemtitle>
<isrestricted>False</isrestricted></agendaitem>
<agendaitem><agendaitemnumber>1</agendaitemnumber><agendaitemtitle>Walls &amp;amp; Piers</agendaitemtitle>
<agendatext>&amp;lt;p&amp;gt;To note the &amp;lt;b&amp;gt;report&amp;lt;/b&amp;gt;.&amp;lt;/p&amp;gt;</agendatext>
<minutesitemnumber>14</minutesitemnumber><isrestricted>False</isrestricted>
<minutesnonemptyhtmlbody>&lt;p&gt;The pier fell.&lt;/p&gt;&lt;p&gt;RESOLVED&lt;/p&gt;&lt;p&gt;That it be
 noted.&lt;/p&gt;</minutesnonemptyhtmlbody><linkeddocuments><linkeddoc><title>Walls report</title>
<url>https://d.example/documents/s1/Sea walls.pdf</url><isrestricted>False</isrestricted>
<publicationdate>18/05/2033</publicationdate></linkeddoc></linkeddocuments></agendaitem>
<agendaitem><agendaitemnumber>2</agendaitemnumber><agendaitemtitle>Harbour lease</agendaitemtitle>
<agendatext>The secret terms</agendatext><isrestricted>True</isrestricted></agendaitem></agendaitems></meeting>
"""
