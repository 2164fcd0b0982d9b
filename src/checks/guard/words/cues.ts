/** Words right before a phone number. */
export const DIAL = new RegExp(
  "(?:\\b(?:call|dial|ring|phone|telephone|tel|text|sms|fax|mobile|cell|hotline|helpline|line|desk|number|reach|answers|switchboard|whatsapp|landline" +
    "|anrufen|rufen|telefon\\w*|tel|handy|mobil|durchwahl|rufnummer|hotline|telefax|nummer|erreichen|wählen" +
    "|appel\\w*|téléphon\\w*|tél|composez|joindre|joignez|joignable|numéro|portable|ligne" +
    "|llam\\w+|teléfono|móvil|celular|número|marque|marcar" +
    "|ligue|ligar|telefon\\w+|telefone|telemóvel|contacte|marcar)\\b|電話|携帯|番号|窓口|ダイヤル|連絡先)" +
    "[^.!?。\\n\\d]{0,30}$",
  "iu"
)
/** Words before a number that isn't dialled. */
export const ORDER =
  /(?:\b(?:order|invoice|reference|ref|ticket|case|customer|account|booking|tracking|serial|article|item|contract|policy|claim|vat|id|imei|isbn|ean|bestell\w*|rechnung\w*|auftrag\w*|kunden\w*|vertrag\w*|vorgang\w*|kassenzeichen|aktenzeichen|sendung\w*|commande|facture|dossier|contrat|client|réf\w*|suivi|pedido|factura|referencia|contrato|cliente|encomenda|fatura|processo|contribuinte|código|code)\b|注文|受付|お客様|伝票|追跡|機器|会員)[\s.:#№()]{0,3}(?:(?:番号|no|nr|number|nummer|numéro|número|id|code|n°|nº|is|ist|est|es|é|は|の)[\s.:#]{0,3}){0,2}$/iu
/** Words before the number of an account. */
export const ACCOUNT =
  /(?:\b(?:sort[ -]?code|account(?: (?:no|number|nr))?|acct|a\/c|routing(?: number)?|aba|bsb|transit|blz|bankleitzahl|konto(?:nummer|nr)?|(?:numéro de )?compte|rib|code (?:banque|guichet)|cuenta|ccc|clabe|cbu|conta|nib|agência|pix|upi|paypal|venmo|zelle|cash ?app)\b|口座(?:番号)?|普通預金|普通|当座|支店)[\s.:#№()]{0,4}(?:(?:no|nr|number|nummer|n°|nº|is|ist|est|es|é|は|の|:)[\s.:]{0,3}){0,2}$/iu
/** Words nearby which say that it is an account to pay to. */
export const PAYING =
  /\b(?:pay|paid|payments?|transfer|send|wire|deposit|sort code|routing|bank|payee|beneficiary|remit|überweis\w*|zahl\w*|empfänger|blz|bank\w*|vire\w*|virement|verse\w*|payer|payez|banque|transfer\w*|transfier\w*|ingres\w*|pag\w+|banco|depósito|deposit\w*)\b|振込|振り込|送金|入金|銀行/iu
