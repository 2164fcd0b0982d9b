import { c, q, s, type Stretch, v } from "../../text/mail/stretches.ts"

export const MAILS: Stretch[][] = [
  [
    v("<div dir=auto>It works.</div>"),
    c("<div>Thanks<br>Dana</div>"),
    q(
      '<br><div class="gmail_quote"><div dir=ltr class=gmail_attr>On Tue, Mar 3, 2026, 10:12 AM Shop &lt;a@shop.example&gt; wrote:<br></div><blockquote class=gmail_quote><p>Does it?</p></blockquote></div>'
    )
  ],
  [
    v("<div>It works.</div>"),
    c("<div>Thanks<br>Dana</div>"),
    q(
      "<div id=appendonsend></div><div id=divRplyFwdMsg><b>De:</b> Shop<br><b>Enviado:</b> 3 de marzo</div><div>Hola<br>mundo</div>"
    )
  ],
  [
    v("<div>It works.</div>"),
    s("<div class=protonmail_signature_block><div>Sent with <a>Proton Mail</a> secure email.</div></div>"),
    q(
      "<div class=protonmail_quote>On Tuesday, March 3rd, 2026 at 10:12 AM, Shop &lt;a@shop.example&gt; wrote:<br><blockquote class=protonmail_quote type=cite>Does it?</blockquote></div>"
    )
  ],
  [
    v("<p class=MsoNormal>It works.</p>"),
    c("<p class=MsoNormal>Kind regards</p>"),
    s("<p class=MsoNormal>Dana Okoro<br>Head of IT<br>Fieldmouse Ltd</p>"),
    q(
      "<div><div style='border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>From:</b> Shop &lt;a@shop.example&gt;<br><b>Sent:</b> 03 March 2026<br><b>To:</b> Dana<br><b>Subject:</b> RE: x</p></div></div><p>Does it?</p>"
    )
  ],
  [
    q("<blockquote type=cite><p>Which size?</p></blockquote>"),
    v("<p>Large, please send it soon.</p>"),
    c("<p>Dana</p>")
  ],
  [
    v("<p>As your terms say:</p><blockquote>Refunds within 14 days.</blockquote><p>It is day 20.</p>"),
    c("<p>Regards<br>Dana</p>")
  ],
  [
    v("<div>Is this you?</div>"),
    c("<div>Gruß<br>Jens</div>"),
    q(
      "<div><br>Anfang der weitergeleiteten Nachricht:<br></div><blockquote type=cite><div><b>Von: </b>Shop &lt;a@shop.example&gt;</div><div><b>Betreff: </b>x</div><br><div>Zahl jetzt.</div></blockquote>"
    )
  ],
  [
    v("<div>Is this you?</div>"),
    c("<div>Dana</div>"),
    q(
      "<div class=moz-forward-container><br>-------- Forwarded Message --------<table><tr><th>Subject: </th><td>x</td></tr><tr><th>From: </th><td>Shop &lt;a@shop.example&gt;</td></tr></table><p>Pay.</p></div>"
    )
  ],
  [
    s("<table><tr><td>CAUTION: This email originated from outside the organisation.</td></tr></table>"),
    v("<div>It works.</div>"),
    c("<div>Dana</div>")
  ],
  [
    v("<div>Works.</div>"),
    c("<div>Best<br>Dana</div>"),
    s("<div id=AppleMailSignature dir=ltr>Sent from my iPad</div>"),
    q(
      "<div><br><blockquote type=cite>On 3 Mar 2026, at 10:12, Shop &lt;a@shop.example&gt; wrote:<br></blockquote></div><blockquote type=cite><div>Does it?</div></blockquote>"
    )
  ],
  [
    v("<div>Works.</div>"),
    c("<div>Best<br>Dana</div>"),
    s(
      "<div id=Signature><div>Dana Okoro</div><div>Fieldmouse</div></div><div>This e-mail is confidential. If you received it in error please delete it.</div>"
    )
  ],
  [
    v("<div>Works.</div>"),
    c("<div>Best<br>Dana</div>"),
    s("<div class=gmail_signature>Dana Okoro<br>Fieldmouse</div>"),
    v("<div><br></div><div>PS: the box was fine.</div>")
  ],
  [
    v("<p>Works.</p>"),
    c("<p>Cordialement</p><p>Léa</p>"),
    q("<p>Le 3 mars 2026 à 10:12, Shop &lt;a@shop.example&gt; a écrit&nbsp;:</p><div>Est-ce bon ?</div><div>Shop</div>")
  ],
  [
    v("<div>Works.</div>"),
    s("<div><a>Sent from Yahoo Mail for iPhone</a></div>"),
    q(
      "<p class=yahoo-quoted-begin>On Tuesday, March 3, 2026, 10:12 AM, Shop &lt;a@shop.example&gt; wrote:</p><blockquote class=iosymail><div>Does it?</div></blockquote>"
    )
  ],
  [
    q(
      "<div class=moz-cite-prefix>Am 03.03.26 um 10:12 schrieb Shop:<br></div><blockquote type=cite cite='mid:1'><p>Welche Größe?</p></blockquote>"
    ),
    v("<p>Größe L, bitte schnell.</p>"),
    c("<p>Jens</p>"),
    s("<pre class=moz-signature>-- \nJens Thomsen\nHafenstr. 1, Kiel</pre>")
  ],
  [
    v(
      "<p>Siehe unten.</p><div class=moz-cite-prefix>Le 03/03/2026 à 10:12, Shop a écrit :<br></div><blockquote type=cite><p>Quelle taille ?</p></blockquote><p>La L.</p><blockquote type=cite><p>Quelle couleur ?</p></blockquote><p>Bleu.</p>"
    ),
    c("<p>Léa</p>"),
    q("<blockquote type=cite><p>Cordialement<br>Shop</p></blockquote>")
  ],
  [
    v("<div dir=ltr>Hi Tom<div><br></div><div>Is this invoice yours?</div><div><br></div></div>"),
    c("<div>Thanks</div><div>Dana</div>"),
    s("<div>Sent from my iPhone</div>"),
    q(
      "<div dir=ltr><br>Begin forwarded message:<br><br></div><blockquote type=cite><div dir=ltr><b>From:</b> Shop &lt;a@shop.example&gt;<br><b>Date:</b> March 3, 2026 at 10:12:00 AM GMT<br><b>To:</b> dana@mail.example<br><b>Subject:</b> <b>Invoice</b><br><br></div></blockquote><blockquote type=cite><div>Please pay 40.</div></blockquote>"
    )
  ],
  [
    v("<div>It still fails.</div>"),
    s("<div id='ms-outlook-mobile-signature'>Outlook für iOS beziehen</div>"),
    q(
      "<hr><div id=divRplyFwdMsg dir=ltr><b>Von:</b> Shop &lt;a@shop.example&gt;<br><b>Gesendet:</b> Dienstag, 3. März 2026 10:12<br><b>An:</b> Jens<br><b>Betreff:</b> Re: x</div><div>Geht es?</div>"
    )
  ],
  [
    v("<div>まだ動きません。</div>"),
    c("<div>よろしくお願いします。</div><div>佐藤</div>"),
    s("<div id='ms-outlook-mobile-signature'>Outlook for iOS を入手</div>"),
    q(
      "<hr><div id=divRplyFwdMsg dir=ltr><b>差出人:</b> 店 &lt;a@shop.example&gt;<br><b>送信日時:</b> 2026年3月3日 10:12<br><b>宛先:</b> 佐藤<br><b>件名:</b> Re: x</div><div>どうですか</div>"
    )
  ],
  [
    v("<p class=MsoNormal>It still fails.</p><p class=MsoNormal>&nbsp;</p>"),
    c("<p class=MsoNormal>Regards,</p>"),
    s(
      "<table><tr><td><img src=x></td><td><b>Dana Okoro</b><br>Head of IT</td></tr><tr><td>T</td><td>01632 960111</td></tr><tr><td>W</td><td><a href=x>fieldmouse.example</a></td></tr></table><p style='font-size:8pt'>This email and any attachments are confidential. If you are not the intended recipient, please delete it.</p>"
    ),
    q(
      "<div style='border:none;border-top:solid #B5C4DF 1.0pt'><p class=MsoNormal><b>De :</b> Shop<br><b>Envoyé :</b> mardi 3 mars 2026 10:12<br><b>À :</b> Dana<br><b>Objet :</b> Re: x</p></div><p>Alors ?</p>"
    )
  ],
  [
    v("<pre>It still fails.\n\n</pre>"),
    c("<pre>Regards\nDana</pre>"),
    q("<pre>\n\nOn 2026-03-03 10:12, Shop wrote:\n&gt; Does it work?\n&gt; Shop</pre>")
  ],
  [
    v("<p>Steps:</p><ol><li>Open it</li><li>Press Save</li></ol><p>Then it crashes.</p>"),
    c("<p>Cheers,<br>Dana</p>"),
    q(
      "<p>On Tue, Mar 3, 2026 at 10:12 AM Shop &lt;<a href=x>a@shop.example</a>&gt; wrote:</p><blockquote><p>Which steps?</p></blockquote>"
    )
  ],
  [
    v("<div>Fatto.</div>"),
    c("<div>Saludos</div><div>Nuria</div>"),
    q(
      "<div class=gmail_quote><div class=gmail_attr>El mar, 3 mar 2026, 10:12, Shop &lt;a@shop.example&gt; escribió:<br></div><blockquote class=gmail_quote><div>¿Funciona?</div><div class=gmail_quote><div class=gmail_attr>El lun, Nuria escribió:</div><blockquote class=gmail_quote>No va</blockquote></div></blockquote></div>"
    )
  ],
  [
    v("<div>Não deu certo.</div><div>Podem ligar?</div>"),
    c("<div>Obrigada,</div><div>Bruna</div>"),
    s("<div class='ydpabc-signature'><a href=x>Enviado do Yahoo Mail no Android</a></div>"),
    q(
      "<div class='ydp yahoo_quoted' id=yahoo_quoted_1><div>Em terça-feira, 3 de março de 2026 às 10:12:44 BRT, Shop &lt;a@shop.example&gt; escreveu:</div><div>Deu certo?</div></div>"
    )
  ],
  [
    v("<div>Ging nicht.</div>"),
    c("<div>Viele Grüße<br>Jens</div>"),
    q(
      "<div name=quote><div><b>Gesendet:</b> Dienstag, 03. März 2026 um 10:12 Uhr<br><b>Von:</b> Shop &lt;a@shop.example&gt;<br><b>An:</b> j@mail.example<br><b>Betreff:</b> x</div><div name=quoted-content>Ging es?</div></div>"
    )
  ],
  [
    v(
      "<div><span>Please see the table:</span><table><tr><td>Item</td><td>Price</td></tr><tr><td>Lamp</td><td>40</td></tr></table></div>"
    ),
    c("<div>Best regards</div>"),
    s(
      "<div>Dana Okoro</div><div>Fieldmouse Ltd</div><div><a>www.fieldmouse.example</a></div><div>Light for everyone.</div>"
    )
  ],
  [
    v("<div>Please cancel.</div>"),
    c("<div><br></div><div>Many thanks,</div><div><br></div><div>Dana</div>"),
    s("<div><br></div><div>--</div><div>Dana Okoro</div><div>Mill Lane 4, Leeds</div>")
  ],
  [
    v(
      '<p>Hello,</p><p>I quote your page:</p><blockquote><p>"We deliver in 3 days."</p></blockquote><p>It has been 9. Where is it?</p>'
    ),
    c("<p>Dana</p>"),
    q(
      "<div class=gmail_quote><div class=gmail_attr>On Tue, 3 Mar 2026 at 10:12, Shop &lt;a@shop.example&gt; wrote:</div><blockquote class=gmail_quote>Shipped.</blockquote></div>"
    )
  ],
  [
    v("<div>Where is it?</div>"),
    c("<div>Dana</div>"),
    q(
      "<blockquote style='border-left:1px solid #ccc'><div>-----Original Message-----<br>From: Shop &lt;a@shop.example&gt;<br>Sent: 3 March 2026<br>Subject: x</div><div>Shipped.</div></blockquote>"
    )
  ],
  [
    v("<div>Where is it?</div>"),
    s("<div>--&nbsp;</div><div>Dana Okoro</div>"),
    q(
      "<div>-------- Original Message --------<br>On 03/03/2026 10:12, Shop &lt;a@shop.example&gt; wrote:<blockquote class=protonmail_quote>Shipped.</blockquote></div>"
    )
  ],
  [
    v("<div>Où est-il ?</div>"),
    c("<div>Cordialement</div><div>Léa</div>"),
    s("<div><br></div><div>Envoyé de l'app Courrier</div>"),
    q(
      '<div>&gt; Message du 03/03/26 10:12<br>&gt; De : "Shop" &lt;a@shop.example&gt;<br>&gt; A : lea@mail.example<br>&gt; Copie à : <br>&gt; Objet : Colis<br>&gt;<br>&gt; Parti.</div>'
    )
  ],
  [
    v("<div>Where is it?<br><br></div>"),
    c("<div>Thanks, <br>Dana</div>"),
    q(
      "<div id='mail-editor-reference-message-container'><div><b>From: </b>Shop &lt;a@shop.example&gt;<br><b>Date: </b>Tuesday, 3 March 2026 at 10:12<br><b>To: </b>Dana<br><b>Subject: </b>x</div><p>Shipped.</p></div>"
    )
  ],
  [
    v("<div>届きません。</div>"),
    c("<div>佐藤</div>"),
    q(
      "<div class=gmail_quote><div class=gmail_attr>2026年3月3日(火) 10:12 店 &lt;<a>a@shop.example</a>&gt;:<br></div><blockquote class=gmail_quote>発送しました。</blockquote></div>"
    )
  ],
  [
    v("<div dir=auto>Ya llegó, pero falta el cable.</div>"),
    c("<div dir=auto>Gracias!</div><div dir=auto>Nuria</div>"),
    s("<div dir=auto>Enviado desde Outlook para Android</div>"),
    q(
      "<hr><div id=divRplyFwdMsg><b>From:</b> Shop<br><b>Sent:</b> Tuesday, March 3, 2026 10:12:11 AM<br><b>To:</b> Nuria<br><b>Subject:</b> x</div><p>¿Llegó?</p>"
    )
  ],
  [v("<p>Works.</p>"), c("<div id=Signature><p>Kind regards,</p><p>Tom</p></div>")],
  [v("<p>Works.</p>"), c("<p>Best,</p><div class=gmail_signature>Dana</div>")],
  [v("<p>Works.</p>"), c("<p>Best,<br>Dana</p>"), s("<div class=gmail_signature>Dana Okoro | Fieldmouse</div>")],
  [v("<p>Works.</p>"), s("<div class=gmail_signature>Dana Okoro<br>Fieldmouse</div>")]
]
