import { expect, test } from "vitest"
import { faultsIn } from "./marked-text.ts"

test.each([
  ["en", "My van, reg [LK19 XOP], was clipped in your car park."],
  ["en", "The plate on the courtesy car reads [7ABC 123]."],
  ["en", "He drives a lorry with Polish plates, [WX 4482K]."],
  ["en", "Our hire car was the white one with [24-D-10482] on it."],
  ["en", "I parked the Astra ([YH68 PLD]) outside bay 14."],
  ["en", "rego [1AB 2CD], rang you twice"],
  ["en", "licence plate: [ABC-1234]"],
  ["en", "The toll charge was for a motorbike, [KA 05 MJ 4821], not for me."],
  ["en", "Two vehicles share the pass: [BX 204 NR] and [GR-771-LT]."],
  ["en", "The trailer is registered as [T 482 KBN]."],
  ["de", "Mein Wagen hat das Kennzeichen [HH-AB 1234]."],
  ["de", "Der Transporter mit [M-KX 482E] stand quer."],
  ["de", "Kontrollschild [BE 402 817], weisser Kombi."],
  ["de", "Unser Auto ist das mit der Nummer [1-ABC-234], belgische Zulassung."],
  ["de", "Autonummer: [K 482 ZT]"],
  ["de", "Geblitzt wurde das Motorrad, [WI-77 204]"],
  ["fr", "Ma voiture, immatriculée [AB-123-CD], est à la fourrière."],
  ["fr", "plaque [482 KZB 75], l'ancienne"],
  ["fr", "le camion belge, c'est [1-DXF-402]"],
  ["fr", "La moto garée devant porte la plaque [FG-204-QT], la mienne [GL-881-RM]."],
  ["fr", "plaque suisse [VD 482 104]"],
  ["es", "La matrícula de mi coche es [4821 KZB]."],
  ["es", "placas [UVX-48-20] del estado de México"],
  ["es", "Mi moto, la de matrícula [8820 LTR], no pasa el lector."],
  ["es", "El carro que choqué tiene placa [KPL 482]."],
  ["es", "patente [AB 482 KD], auto gris"],
  ["pt", "A placa do meu carro é [BRA2E19]."],
  ["pt", "matrícula [48-XT-20], carrinha branca"],
  ["pt", "O veículo alugado, [AX-48-PT], ficou na garagem."],
  ["pt", "placa: [KPL-4820]"],
  ["ja", "車のナンバーは[品川 300 あ 12-34]です。"]
])("a plate behind a word for a car, of many countries, %s: %s", (locale, wording) =>
  expect(faultsIn(wording, locale)).toEqual([])
)

test.each([
  ["en", "Ring me on [oh one six three two, nine six oh, four four one]."],
  ["en", "call [zero seven seven double four 900 112] after six"],
  ["en", "my mobile's [07700, nine hundred, 284]"],
  ["en", "text [555 oh one four two], area code [212]"],
  ["en", "The number is [01632] then [960] then [double eight one]."],
  ["en", "phone: ([0161]) [496 0000 (daytime) extension 44]"],
  ["en", "dial [plus four four, seven seven double oh, 900, triple two]"],
  ["de", "Rufen Sie [null eins sieben sechs, 4 4 8, zwei null eins] an."],
  ["de", "Handy [0171 zwo zwo drei, 48 04]"],
  ["de", "erreichbar unter [0664 acht acht vier, dann 20 17]"],
  ["fr", "Appelez-moi au [zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit]."],
  ["fr", "mon portable : [06 douze 34 puis 56 et 78]"],
  ["fr", "joignable au [zéro un 44 vingt-deux 18 zéro neuf]"],
  ["es", "Llámame al [seis uno dos, 44 55, ocho nueve]."],
  ["es", "mi celular es [55 doce treinta y cuatro 56 setenta y ocho]"],
  ["es", "marque [cinco cinco 4820 uno uno siete tres]"],
  ["pt", "Liga para [nove um dois, 444, cinco cinco seis]."],
  ["pt", "meu whats é [(11) nove 8844 dois dois zero um]"],
  ["pt", "telemóvel [91 dois 44 zero 55 seis 1]"],
  ["ja", "電話は[ゼロ三の四四八二の〇一一九]です。"]
])("a phone number as somebody dictates it, %s: %s", (locale, wording) => expect(faultsIn(wording, locale)).toEqual([]))

test.each([
  ["en", "Send it to [14a Fennel Row, first floor flat, Wells]."],
  ["en", "She lives at [The Old Dairy, Nether Compton]."],
  ["en", "I'm at [Flat 3, rear of 22 Mill Lane, Ludlow]."],
  ["en", "Deliver to [Unit 6, 41 Harbour Road], not to number 14."],
  ["en", "address: [Rose Cottage, Back Lane, Ambleside]"],
  ["en", "my flat is [Apartment 12C, 880 Birch Avenue]"],
  ["de", "Ich wohne [Lindenallee 14 b, 3. Stock links]."],
  ["de", "Bitte an [Hinterhaus, Kastanienweg 7], Bonn."],
  ["de", "Lieferadresse: [Mühlgasse 2/14, Top 6], 1070 [Wien]"],
  ["de", "wir wohnen im [Seitenflügel, Torstr. 48a], 2. OG"],
  ["fr", "J'habite [12 bis rue des Acacias, 3e étage, porte gauche]."],
  ["fr", "je suis au [7 ter avenue Foch, escalier B]"],
  ["es", "Dirección: [Cerrada del Roble 22 int. 4, Col. Las Palmas]"],
  ["es", "envíenlo a [Av. Hidalgo 118-A, planta baja, Toluca]"],
  ["es", "mi casa está en [Privada Jazmín 7, Fracc. El Mirador]"],
  ["pt", "Moro na [Rua das Flores, 22, 3.º Dto.], em Braga."],
  ["pt", "entregar na [Travessa do Sol, 4 bis, r/c esq.]"],
  ["pt", "endereço: [Av. Brasil 482, bloco B, apto 31, Campinas]"],
  ["pt", "vivo na [Quinta da Ribeira, Sintra]"]
])("an address with its flat, its floor or the name of its house, %s: %s", (locale, wording) =>
  expect(faultsIn(wording, locale)).toEqual([])
)

test.each([
  ["en", "allotment number [KP-402917], please update the name"],
  ["en", "My club membership no. is [88-20417]."],
  ["en", "tenancy id: [TN4820917]"],
  ["en", "blue badge number [HX 482 017]"],
  ["en", "Library card no [2004 8817 302]"],
  ["en", "My season pass number is [SP-48201773]."],
  ["en", "student finance ref. CRN number [20417788]"],
  ["de", "Spendernummer: [8820-4417]"],
  ["de", "meine Bonuskartennummer lautet [4820 1177 03]"],
  ["de", "Vereinsnummer [VN-48201]"],
  ["de", "Lesernr. [20048817]"],
  ["fr", "mon numéro de badge est le [B-482017]"],
  ["fr", "numéro d'allocataire : [4820177 K]"],
  ["fr", "n° de licence sportive [482017730]"],
  ["fr", "numéro de carte jeune [4820-1177]"],
  ["es", "número de socio [48201-K]"],
  ["es", "mi número de carné es [KB-482017]"],
  ["es", "núm. de afiliación: [4820177301]"],
  ["pt", "número de beneficiário: [004 820 177]"],
  ["pt", "o nº da carteirinha é [48201773-0]"],
  ["pt", "número do cartão jovem [PT-482017]"]
])("a number behind any noun for what somebody belongs to, %s: %s", (locale, wording) =>
  expect(faultsIn(wording, locale)).toEqual([])
)

test.each([
  ["en", "born on the [third of May, nineteen fifty-two]; my husband on [1 June 1950]"],
  ["en", "DOB [3 / 5 / 52]"],
  ["en", "Date of birth: [12.III.1961]"],
  ["en", "she was born [March the second, 1988]"],
  ["de", "geboren am [3. 5. 1952], meine Frau am [ersten Juni 1955]"],
  ["de", "geb. [12. Mai 61]"],
  ["de", "Geburtsdatum [03 - 05 - 1952]"],
  ["fr", "né le [premier mai 1961], ma femme le [2 juin 1963]"],
  ["fr", "date de naissance : [3 / 5 / 1961]"],
  ["es", "nací el [dos de abril del 58] y mi marido el [3 de mayo de 1957]"],
  ["es", "fecha de nacimiento [3 - 5 - 1961]"],
  ["pt", "nasci a [dois de abril de 1958] e o meu marido a [3 de maio de 1957]"],
  ["pt", "data de nascimento: [3 / 5 / 61]"]
])("dates of birth of one or two people, %s: %s", (locale, wording) => expect(faultsIn(wording, locale)).toEqual([]))

test.each([
  ["en", "The {Clara} lamp is dim and my {Florence} teapot leaks."],
  ["en", "I ordered the {Austin} in size M and got the {Madison}."],
  ["en", "Product: {Savannah} quilt, {Indigo}"],
  ["en", "our {Chelsea} wardrobe arrived with one door"],
  ["en", "Colour: {Olive}, model {Stella} 20"],
  ["en", "the {Grace} nightlight won't charge"],
  ["en", "these {Jasmine} candles smell of soap"],
  ["de", "Der {Monaco} 300 heizt nicht."],
  ["de", "Die Stehlampe {Emma} flackert, der Hocker {Oslo} wackelt."],
  ["de", "Produkt: {Clara} Teppich, Farbe {Rubin}"],
  ["de", "Das Regal {Malmö} in Größe L fehlt."],
  ["fr", "La lampe {Chloé} clignote et le tabouret {Lyon} boite."],
  ["fr", "le plaid {Louise} en taille 2"],
  ["fr", "Modèle : {Margot}, coloris {Prune}"],
  ["fr", "j'ai commandé la {Capri} 400"],
  ["fr", "le sommier {Victor} grince"],
  ["es", "La colcha {Valentina} destiñe."],
  ["es", "El {Toledo} 600 hace ruido y la silla {Carmen} cojea."],
  ["es", "Modelo: {Mateo} color {Arena}"],
  ["es", "la estufa {Aurora} en talla L"],
  ["pt", "O aquecedor {Lisboa} não liga."],
  ["pt", "a colcha {Helena} na cor {Areia}"],
  ["pt", "o {Madrid} 200 apita"],
  ["pt", "Produto: {Sofia} poltrona, {Caramelo}"],
  ["ja", "タイヤ「{モニカ}」の件です。"],
  ["ja", "色は「{さくら}」でお願いします。"]
])("what goods are called stays, %s: %s", (locale, wording) => expect(faultsIn(wording, locale)).toEqual([]))

test.each([
  ["en", "The install key is [birch-falcon-27]."],
  ["en", "setup code [plum-otter-8821]"],
  ["de", "Der Kopplungscode lautet [amsel-birke-44]."],
  ["fr", "la clé d'installation est [loutre-verte-27]"],
  ["es", "la clave de instalación es [nutria-azul-94]"],
  ["pt", "a chave de instalação é [lontra-azul-94]"],
  ["en", "account name [pickle.wren]"],
  ["de", "mein Kontoname ist [amsel.birke]"],
  ["fr", "nom de compte : [loutre.verte]"],
  ["es", "nombre de cuenta [nutria.azul]"],
  ["pt", "nome da conta: [lontra.azul]"]
])("a key to install or an account's name, %s: %s", (locale, wording) => expect(faultsIn(wording, locale)).toEqual([]))

test.each([
  ["en", "My colleague {works} at reception; my neighbour [Anneliese] has the key and our customer [Bjarne] rang."],
  ["fr", "la responsable [Marta] et le livreur [Karim] sont venus, le voisin [Ahmed] aussi"],
  ["es", "el técnico [Luis] y la vecina [Carmen] vinieron con el repartidor [Jorge]"],
  ["pt", "a atendente [Carla] e o vizinho [João] vieram com o técnico [Pedro]"],
  ["de", "der Nachbar [Müller] und die Kundin [Weber] kamen"],
  ["en", "the [Johnson] account and Mr [Siena]"]
])("people behind an article and their role, %s: %s", (locale, wording) =>
  expect(faultsIn(wording, locale)).toEqual([])
)

test.each([
  [
    "en",
    "order number {7120448}, invoice no. {INV-20448}, ticket id {99120448}, tracking number {1204488120}, part number {KX-204488}, model number {KT-200488}"
  ],
  ["de", "Bestellnummer {7120448}, Rechnungsnr. {RE-204488}, Vorgangsnummer {8820448}, Artikelnr. {KX-204488}"],
  ["fr", "numéro de commande {7120448}, n° de facture {F-204488}, numéro de dossier {8820448}"],
  ["es", "número de pedido {7120448}, número de factura {F-204488}, núm. de serie {KX204488}"],
  ["pt", "número do pedido {7120448}, número da fatura {F-204488}, nº do protocolo {88204481}"]
])("numbers of orders, goods and deals stay, %s: %s", (locale, wording) =>
  expect(faultsIn(wording, locale)).toEqual([])
)
