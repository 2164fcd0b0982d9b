import { expect, test } from "vitest"
import { faultsIn } from "./marked-text.ts"

test.each([
  [
    "de",
    "moin, paket ist wieder beim falschen haus gelandet. ich wohn [hinterhaus 2. stock links, kleestraße 14, 22303 hamburg], klingel steht [wessels] dran. bitte {nochmal} raus"
  ],
  [
    "de",
    "hallo liebes team, neue anschrift ab 1.4.: [c/o bremer, ginsterweg 7 b, 3. og rechts, 38114 braunschweig]. tarif {Flex M} soll bleiben"
  ],
  ["de", "bitte an [Erfurt, Löberwallgraben 8, Vorderhaus, Whg 12] schicken, nicht an die alte adresse"],
  ["de", "wir sitzen im [Seitenflügel, Aufgang C, 4. OG, Kottbusser Damm 91, 10967 Berlin]. {Rauchmelder} piept"],
  ["de", "anschrift stimmt nicht, richtig wär [schillerplatz 3 gartenhaus eg 99423 weimar], danke, [Tjark Uhlig]"],
  ["de", "Lieferadresse: [Familie Osterloh, Am Deich 112a, Hofgebäude, 26382 Wilhelmshaven]"],
  [
    "de",
    "Ich wohne jetzt in [Bielefeld in der Heeper Straße 244, drittes Obergeschoss, Mitte]. Vertrag {GigaCable 250} umziehen bitte."
  ],
  ["de", "hausnr stimmt net, {isch} wohn in de [bergerstr. 133 dachgeschoss 60385 frankfurt]"],
  ["de", "Schlüsselsafe links neben der Haustür, Code [4471]. Bitte Code hinterher verdrehen. Gruß [Hannelore Pries]"],
  ["de", "kundenkennwort lautet [blaubeere], bitte damit abgleichen"],
  ["de", "Mein Kundenpasswort am Telefon ist „[Sternschnuppe 7]“, die Dame wollte aber das Geburtsdatum, [3. März 58]"],
  ["de", "der alte signierschlüssel war [hk_2021_altwerk9], den bitte {widerrufen}"],
  ["de", "benutzername [t.wessling] klappt nich mehr, passwort hab ich {zurückgesetzt}"],
  ["de", "mein account heißt [kleinerdrache77] und ich komm nicht rein, {Fehler 0x80070005}"],
  [
    "de",
    "Halterin ist meine Schwägerin [Irmtraud Kalvelage], geb. am [elften neunten sechsundfünfzig], Wagen [VEC-IK 56]"
  ],
  ["de", "Ich bin am [siebten Mai neunzehnhunderteinundachtzig] geboren, VNR steht oben."],
  ["de", "mein sohn [lasse] (geb [14.2.2015]) braucht die {Bildschirmbrille} nochmal"],
  ["de", "Frau [Szymkowiak] aus dem dritten Stock hat den Herrn [Abele] vom Wasserwerk reingelassen, {Montag}."],
  ["de", "Name: [Wiebke Lohse]\nKundennr.: [K-40817-22]\nZählernr.: [1EMH0009817346]\nStand: {48.211}"],
  ["de", "gez. [U. Brandmüller] i.A. für [Gerd Brandmüller]"],
  ["nl", "mijn adres is nu [kerkstraat 14 bus 3, 9000 gent], de vorige bestelling {BX-2201} ging naar de oude"],
  ["nl", "ik woon op de [eerste oosterparkstraat 88 3 hoog achter, 1091 ha amsterdam]"],
  ["nl", "Het is [Haarlemmerweg 317-2, 1051LG] in [Amsterdam], niet 371. Groetjes [Sietske]"],
  ["nl", "poortcode [7714#], dan links de trap op. De {cv-ketel} geeft {F28}"],
  ["nl", "mijn wachtwoord voor de klantenservice is [zonnebloem], dat vroeg die {meneer} ook"],
  ["nl", "kenteken [g-482-kx], {Opel Corsa}, staat op naam van mijn man [Bram Verhulst]"],
  ["nl", "Ik ben geboren op [twaalf juni negentienzeventig] en mijn BSN is [173406294]"],
  ["nl", "gebruikersnaam [jdebruin64], ik krijg {foutcode 503}"],
  ["en", "key safe round the back is [8024], dont let mum know i gave it out. carer is [Precious]"],
  ["en", "my telephone password is [tangerine], you always ask. account name [M J HARGREAVES-POOLE]"],
  ["en", "the old signing secret was [whk_legacy_77ab] and we rotated on {Tuesday}"],
  ["en", "flat's [top floor right, 22 dalry rd, edinburgh eh11 2bg], buzzer says [mccrindle]"],
  ["en", "cellar door code [1690], pls tell {Fosters} delivery lads"],
  ["en", "I'm at [Unit 4 The Maltings, rear of 19 Station Road, Wivenhoe CO7 9DH]"],
  ["en", "username [gaz_1971_leeds], it says {too many attempts}"],
  ["en", "born [twelfth of august nineteen sixty four], so yes i qualify for the {Silver Saver} rate"],
  ["en", "reg [mt17 fkz], fiesta, the wifes. her names [Denise]"],
  ["en", "wifi password on the router sticker is [plum-otter-41], still no {5GHz}"],
  ["en", "Thx,\n[Dee]\n--\n[Deirdre McAnespie]\nFacilities, {Level 2}\n[07700 900733]"],
  ["en", "spoke 2 [sandra] then [kev] then someone called [Oluwaseun], none of em rang back about the {Bosch Serie 4}"],
  ["fr", "le code du portail c'est [B4417] puis 2e porte à droite, interphone [Le Guennec]"],
  ["fr", "code cave [8812], boîte à clés [0357], merci de prévenir Mme [Thibaudeau]"],
  ["fr", "mon mot de passe client : [mirabelle], la dame refuse. réf {CMD-88121}"],
  ["fr", "née le [trois avril mille neuf cent soixante-dix], {CAF} me demande encore le papier"],
  ["fr", "identifiant [lmorvan29], {erreur 404} sur {Mon Espace}"],
  ["fr", "immat [ga 418 pk], c'est la {clio} de mon fils [Théo]"],
  ["es", "el código del portal es [3085] y la clave del cajetín [1177]"],
  ["es", "mi clave de cliente es [golondrina], me la piden siempre"],
  ["es", "vivo en [calle arenal 7 esc dcha 2º b, 28013 madrid], el {repartidor} no sube"],
  ["es", "usuario [mpalacios88], no me deja entrar en la {app}"],
  ["es", "nací el [cinco de mayo del setenta y dos], lo digo por el {descuento}"],
  ["es", "matrícula [4417 jkl], el coche es de mi cuñada [Remedios]"],
  ["pt", "a minha palavra-passe de cliente é [pintassilgo], mas não aceitam"],
  ["pt", "moro na [rua das acácias 81 apto 302 bloco b, 80240-030 curitiba], {interfone} quebrado"],
  ["pt", "meu login é [rsantana_77], dá {erro 12}"],
  ["pt", "nasci em [doze de março de mil novecentos e oitenta], placa [rio2a18]"],
  ["it", "il codice del cancello è [2290], citofono [Bertolazzi], scala b interno 5"],
  ["it", "abito in [via dei mille 40 scala b int. 7, 10123 torino], la {caldaia} è ferma"],
  ["it", "nata il [sette giugno millenovecentosessanta], targa [fx 418 zk]"],
  ["it", "mia suocera [Ornella] dice che il tecnico [Fabrizio] non è venuto {giovedì}"],
  ["pl", "kod do klatki [4417], mieszkam [ul. długa 14/7, 31-147 kraków]"],
  ["pl", "login [kasiamalina], hasło nie działa, {błąd 502}"],
  ["pl", "tablica [kr 4418j], auto mojej żony [Bożeny]"]
])("everyday messages, what is marked is masked wholly and what is in braces stays (%s): %s", (locale, text) => {
  expect(faultsIn(text, locale)).toEqual([])
})

test.each([
  ["en", "we're flying to {Porto} on Friday and the seats are still unconfirmed"],
  ["en", "is the small hall free for {Pilates} on tuesdays"],
  ["it", "vorrei due posti per {Rigoletto} il 14, loggione"],
  ["pt", "a {Monark} que comprei veio sem o pedal direito"],
  ["de", "Warum steht auf der Rechnung {Heidewind Plus} und nicht der alte Tarif?"],
  ["de", "mit {Zeiss} war ich sonst immer zufrieden"],
  ["ja", "{従量電灯C}のままでお願いします。"],
  ["pl", "Zamiast Potopu przyszedł {Wiedźmin}, proszę o wymianę"]
])("what is offered, travelled to, practised or made stays, %s: %s", (locale, wording) =>
  expect(faultsIn(wording, locale)).toEqual([])
)

test.each([
  ["en", "Acct [KT-30417-2], the salt was never delivered."],
  ["fr", "Contrat [HAB 6604417 R], dégât des eaux le 3 mai."],
  ["fr", "nous sommes à [Montferrand-le-Neuf], derrière la mairie"],
  ["it", "intestata a mia nonna [Ida Brambilla], [88] anni, figurati"],
  ["es", "la trampilla tiene codigo [6118]. gracias"],
  ["it", "potete spedire a strada del [Pozzo 12, 41043 Formigine MO]"]
])("numbers, ages and places in passing, %s: %s", (locale, wording) => expect(faultsIn(wording, locale)).toEqual([]))
