/** Requests, grouped by the sign that reveals them, with one in each language. */
export const ASKED: Record<string, string[]> = {
  "named first, asked for by a pronoun": [
    "Your phone should have just buzzed with a six-figure number. Drop it in here and I'll finish the change for you.",
    "Auf Ihrem Handy müsste gleich eine sechsstellige Zahl erscheinen. Die schreiben Sie mir am besten direkt hier rein.",
    "Un nombre à six chiffres vient d'arriver sur votre téléphone. Écrivez-le-moi ici et je termine.",
    "Le va a llegar un SMS. Lo que ponga, escríbalo aquí mismo.",
    "Acabou de chegar ao seu telemóvel um número de seis algarismos. Escreva-mo aqui e eu termino.",
    "まもなくお手元の携帯に6桁の数字が届きます。それをこのチャットにそのまま入れてください。"
  ],
  "a condition that we have it": [
    "As soon as I have your PIN, the new device is switched on within a minute.",
    "Sobald mir Ihr Kennwort vorliegt, stelle ich den Zugang um.",
    "Dès que j'ai votre mot de passe, je bascule l'accès.",
    "En cuanto tenga su contraseña, cambio el acceso.",
    "Assim que eu tiver a sua senha, troco o acesso.",
    "パスワードを頂戴でき次第、こちらで切り替えいたします。"
  ],
  "we lack it, or a part of it is enough for us": [
    "There's one thing missing on my side: the three digits next to your signature on the card.",
    "Sie haben bei der Einrichtung zehn Notfallcodes bekommen. Zwei davon genügen mir.",
    "Vous avez reçu dix codes de secours à l'inscription. Deux d'entre eux me suffisent.",
    "Al darse de alta recibió diez códigos de respaldo. Con dos de ellos me apaño.",
    "No cadastro você recebeu dez códigos de reserva. Dois deles já me servem.",
    "登録時にバックアップコードが10個発行されています。そのうち2つで結構ですので、私まで。"
  ],
  "it stands in the answer": [
    "Before I can unblock the account, the word you log in with has to be on my screen. Type it under this message.",
    "Ohne den Code aus der SMS komme ich nicht weiter, bitte antworten Sie gleich damit.",
    "Le mot de passe actuel doit figurer dans votre réponse, faute de quoi je ne peux rien modifier.",
    "La contraseña actual debe figurar en su respuesta; de lo contrario no puedo cambiar nada.",
    "A senha atual tem de constar na sua resposta, senão não consigo alterar nada.",
    "現在のパスワードをご返信に含めていただかないと、変更ができません。"
  ],
  "we are the ones who type it in": [
    "For the refund, card number, expiry and the security code, please. I key these in by hand.",
    "Für die Erstattung bitte Kartennummer, Ablaufdatum und Prüfziffer, ich gebe das von Hand ein.",
    "Pour le remboursement : numéro de carte, date d'expiration et cryptogramme, s'il vous plaît, je les saisis moi-même.",
    "Para el reembolso, número de tarjeta, caducidad y código de seguridad, por favor; los meto yo a mano.",
    "Para o reembolso, número do cartão, validade e código de segurança, por favor; eu mesmo digito.",
    "返金のため、カード番号、有効期限、セキュリティコードをお願いいたします。こちらで手入力します。"
  ],
  "a sign-in is let through, and we are in": [
    "A prompt will come up on your phone. Tap Yes on it. That gets me in and I'll move the booking.",
    "Scannen Sie das Bild mit der App und tippen Sie auf „Gerät verbinden“. So bin ich in Ihrem Konto und stelle es um.",
    "Une alerte va s'afficher : appuyez sur Autoriser. Je serai alors dans votre compte et je corrige.",
    "Verá un aviso en el móvil: pulse Permitir. Así entro en su cuenta y lo arreglo.",
    "Vai aparecer um aviso no celular: toque em Permitir. Assim entro na sua conta e resolvo.",
    "QRコードをスマホで読み取って「許可」を押してください。弊社の端末がお客様のページに入れるようになります。"
  ],
  "a program lets us move the mouse": [
    "There's a small helper on your desktop called Support Viewer. Start it, and I'll move your mouse for you.",
    'Mit dem kleinen Hilfsprogramm auf Ihrem Desktop kann ich mitsehen. Starten und auf "Zulassen" klicken, den Rest mache ich.',
    "Lancez le petit programme d'assistance, cliquez sur Autoriser, et je prendrai la souris.",
    "Arranque el programita de ayuda, pulse Permitir y yo moveré el ratón.",
    "Inicie o programinha de ajuda, clique em Permitir e eu mexo o mouse.",
    "支援ツールを起動し「許可」を押していただければ、あとはこちらでマウスを動かします。"
  ],
  "the money goes to a person": [
    "Please wire the deposit to our caretaker's own account; the firm's is being checked at the moment.",
    "Überweisen Sie die Kaution bitte auf das Konto unseres Lagerleiters.",
    "Faites le virement sur le compte de notre magasinier, celui de la société est bloqué.",
    "Haga un Bizum al móvil personal de la doctora y así no hay que hacer factura.",
    "Faça o Pix na chave pessoal do montador.",
    "経理担当の個人口座へお振り込みください。"
  ],
  "it hides behind a device's own number": [
    "Send us the IMEI, the six digits we have just sent to your phone.",
    "Senden Sie uns die IMEI, die sechs Ziffern, die gerade auf Ihrem Handy angekommen sind.",
    "Envoyez-nous l'IMEI, les six chiffres que vous venez de recevoir sur votre téléphone.",
    "Envíenos el IMEI, las seis cifras que le acaban de llegar al teléfono.",
    "Envie-nos o IMEI, os seis dígitos que acabaram de chegar ao seu telefone.",
    "IMEI、いま携帯に届いた6桁の番号をお知らせください。"
  ]
}

/** Sentences about the same things that ask for none of them, grouped by the sign that shows it. */
export const NOT_ASKED: Record<string, string[]> = {
  "something else is asked for": [
    "As soon as I have your order number, I can send the new password link to your address.",
    "Sobald mir Ihre Kundennummer vorliegt, schicke ich Ihnen den Link zum Zurücksetzen des Passworts.",
    "Dès que j'ai votre numéro de client, je vous envoie le lien pour changer de mot de passe.",
    "En cuanto tenga su número de cliente, le mando el enlace para cambiar la contraseña.",
    "Assim que eu tiver o seu número de cliente, envio o link para trocar a senha.",
    "お支払いを確認するため、カードの下4桁とご注文番号をお知らせください。"
  ],
  "only whether it worked": [
    "The six digits in the mail open the locker at the station. Tell us whether it worked.",
    "Mit der PIN aus dieser Mail öffnen Sie das Paketfach. Sagen Sie uns gern, ob es geklappt hat.",
    "Avec le code de ce message, vous ouvrez le casier. Dites-nous si tout va bien.",
    "Con el código de este mensaje abre la taquilla. Díganos si ha ido bien.",
    "Com o código desta mensagem você abre o armário. Diga-nos se deu certo.",
    "このメールの番号でロッカーが開きます。開かない場合はお知らせください。"
  ],
  "only the customer types it in": [
    "You'll get a code by text. Enter it in the app only; we never need to know it.",
    "Den Code aus der SMS geben Sie bitte nur in der App ein, wir brauchen ihn nicht.",
    "Le code reçu par SMS se saisit uniquement dans l'application ; ne nous le communiquez pas.",
    "El código del SMS se escribe solo en la aplicación; no nos lo envíe.",
    "O código do SMS só se escreve no aplicativo; não nos envie.",
    "SMSのコードはアプリにのみ入力してください。弊社にお伝えいただく必要はありません。"
  ],
  "somebody else is shown it, or it is covered": [
    "You'll find the number on your receipt; pass it on to your cousin yourself and to nobody else, us included.",
    "Den Abholcode zeigen Sie bitte an der Theke. Uns müssen Sie ihn nicht nennen.",
    "Présentez le code de retrait au comptoir et dites-nous si tout s'est bien passé.",
    "Envíenos una captura del error y tape antes la contraseña.",
    "Mostre o código de retirada no balcão e diga-nos se correu bem.",
    "エラー画面の写真をお送りください。パスワードは隠してください。"
  ],
  "a voucher is the customer's own": [
    "You paid with a gift card, so the refund goes back to that card. I need the order number for that.",
    "Den Gutscheincode geben Sie im Warenkorb ein. Falls er abgelehnt wird, schicken Sie uns bitte die Fehlermeldung.",
    "Vous avez payé avec une carte cadeau, le remboursement y retourne donc. Il me faut pour cela le numéro de commande.",
    "Pagó con una tarjeta regalo, así que el reembolso vuelve a ella. Para eso necesito el número de pedido.",
    "Você pagou com um vale-presente, então o reembolso volta para ele. Para isso preciso do número do pedido.",
    "ギフトカードでのお支払いでしたので、同じカードに返金します。ご注文番号をお知らせください。"
  ],
  "a phone number is no code": [
    "If the number hasn't moved yet, send us the mobile number and the name of the old provider.",
    "Wenn die Nummer noch nicht umgezogen ist, senden Sie uns die Handynummer und den Namen des alten Anbieters.",
    "Si le numéro n'est pas encore passé, envoyez-nous le numéro de portable et le nom de l'ancien opérateur.",
    "Si el número no ha pasado, envíenos el número de móvil y el nombre de la compañía anterior.",
    "Se o número ainda não passou, envie-nos o número de telemóvel e o nome da operadora anterior.",
    "番号がまだ移っていない場合は、携帯番号と以前の会社名をお知らせください。"
  ],
  "a device's own number is no code": [
    "If it still refuses, send us the EID, a number of 32 digits that you see when you dial *#06#, and the model.",
    "Please send us the IMEI, the number of 15 digits that your phone shows.",
    "Senden Sie uns die IMEI, eine Nummer mit 15 Ziffern, die Ihr Telefon anzeigt.",
    "Envoyez-nous l'IMEI, un numéro de 15 chiffres que votre téléphone affiche.",
    "Envíenos el IMEI, un número de 15 cifras que aparece en su teléfono.",
    "Envie-nos o IMEI, um número de 15 dígitos que aparece no seu telefone.",
    "スマートフォンに表示される15桁の番号、IMEIをお知らせください。"
  ]
}
