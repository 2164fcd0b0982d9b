import { foldWord } from "./fold.ts"

/**
 * A part of a name that is a word of one of the product's languages: masked only where it is written with a capital.
 */
export function isFunctionWord(folded: string): boolean {
  return FUNCTION.has(folded)
}

/** Never masked alone: particles of names, and the words that mailboxes and display names are made of. */
export function isOrdinary(folded: string): boolean {
  return PARTICLES.has(folded) || ORDINARY.has(folded)
}

/** An ordinary word by which somebody may be called, too: with a capital it is one, on a ticket of theirs. */
export function isAlsoName(folded: string): boolean {
  return ALSO_NAMES.has(folded)
}

/** Surely no secret. */
export function canBeWord(word: string): boolean {
  const folded = foldWord(word)
  return FUNCTION.has(folded) || PARTICLES.has(folded) || ORDINARY.has(folded)
}

const list = (words: string) => new Set(words.split(/\s+/).filter(Boolean).map(foldWord))

const PARTICLES = list(
  "van von der den del della dell de da do dos das di du des la le les los las el al bin ben ibn abu zu zum zur ter ten the und and mac san santa saint sankt"
)

const FUNCTION = list(`
  a an the this that these those i you he she it we they me him her us them my your his its our their is am are was were be been being does did have has had can could will would shall should may might must
  not no yes and or but if because as of at by for with about to from in on into over under after before between through during out up down off again then here there when where why how what which who all any both
  each few more most other some such only own same so than too very just also please hello dear thanks thank new now get got let see one two three mark hope june april august
  der die das den dem des ein eine einen einem einer und oder aber wenn weil als von bei für mit über nach aus auf unter vor zwischen durch während ich du er sie es wir ihr mich dich uns euch mir dir ihm ihn mein dein sein unser euer ist bin
  sind war waren wird werden wurde haben hat hatte kann können soll sollen muss müssen darf nicht kein keine ja nein hier dort dann wann wo warum wie was wer alle mehr sehr nur auch noch schon bitte danke hallo guten tag liebe lieber gut neu
  le la les un une des et ou mais si car que qui quoi dont où de du au aux en dans sur sous par pour avec sans entre vers chez je tu il elle nous vous ils elles mon ton son notre votre leur mes tes ses ce cet cette ces est suis sont était
  être avoir ont avez avons peut peux pas plus oui non ici alors quand comment pourquoi tout tous très bien aussi merci bonjour
  el los las uno una unos unas y o pero porque como del al con sin sobre entre hasta desde para por yo tú él ella nosotros ustedes ellos ellas mi mis su sus este esta esto estos estas ese esa eso es son era ser estar está están tengo tiene
  puede puedo no sí aquí allí cuando donde qué quién todo todos muy más también gracias hola buenos buenas
  os as um uma uns umas mas porque com sem sobre até ao aos na nas no nos pela pelo eu ele ela eles elas nós você vocês meu minha seu sua este esta isso isto são foi ter tem tenho pode posso não sim aqui ali quando onde quem tudo muito mais
  também obrigado obrigada olá bom boa dia`)

const ORDINARY = list(`
  info mail email office contact support help helpdesk desk service services customer customers client clients team sales shop store order orders ticket tickets account accounts billing finance invoice payment payments admin administrator
  administration system user users guest agent agents staff manager management marketing press news newsletter web webmaster website post postmaster noreply reply noreplay hello hi home house family private personal work business company group
  online digital media studio design tech technical technology data security access login password passwords return returns delivery shipping warehouse logistics purchase buyer booking bookings reservation reception school university college
  city street phone mobile computer test demo example name first last day week month year time water light box machine product products number card bank money letter word people world love music sport game art book cat dog sun star blue red
  green black white north south east west bot automation notification notifications department general public internal via
  kontakt kunde kunden kundendienst kundenservice verkauf vertrieb versand rechnung rechnungen bestellung bestellungen buchhaltung zentrale empfang büro anfrage anfragen laden firma haus familie arbeit schule zeit jahr monat woche name nummer karte konto geld brief
  wasser licht maschine hilfe passwort zugang lieferung paket technik verwaltung leitung einkauf presse
  contacte client clients clientele commande commandes facture factures livraison colis boutique magasin societe entreprise bureau maison famille travail ecole ville rue temps annee mois semaine nom numero carte compte argent lettre aide accueil
  achat vente ventes comptabilite direction equipe
  contacto cliente clientes pedido pedidos factura facturas envio envios tienda empresa oficina casa familia trabajo escuela ciudad calle tiempo mes semana nombre numero tarjeta cuenta dinero carta ayuda soporte atencion ventas compra compras equipo
  contato encomenda encomendas fatura faturas entrega loja escritorio trabalho escola cidade rua tempo semana nome cartao conta dinheiro ajuda suporte atendimento vendas equipa equipe`)

const ALSO_NAMES = list(
  "art black green white day love star west north east house book bank light sun money guest ben mac laden brief zeit"
)
