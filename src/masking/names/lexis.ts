// Small closed classes of words that say what stands beside them, in the product's languages that write with spaces.

import { words } from "../basis/word-list.ts"

export const MONTHS = words(`
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
  januar februar märz mai juni juli oktober dezember jänner mrz okt dez janvier février mars avril juin juillet août septembre octobre novembre décembre
  enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
  janeiro fevereiro março maio junho julho setembro outubro novembro dezembro`)

export const WEEKDAYS = words(`
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
  montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
  lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
  segunda terça quarta quinta sexta segunda-feira feira`)

/** Before a name. */
export const TITLES = words(`
  mr mrs ms miss mx dr prof professor sir madam dame lord lady herr herrn frau fräulein monsieur madame mademoiselle mme mlle mm maître
  señor señora señorita sr sra srta don doña senhor senhora dona doutor doutora doctor doctora docteur`)

/** The people that belong to somebody, and what somebody was called before. */
export const RELATIVES = words(`
  wife husband son daughter mother father mum mom dad sister brother aunt uncle cousin partner girlfriend boyfriend fiancé fiancée grandmother grandfather grandma grandpa granddaughter grandson nephew niece neighbour neighbor friend colleague flatmate roommate landlord landlady boss manager carer ex deadname
  frau mann sohn tochter mutter vater mama papa schwester bruder tante onkel cousine partnerin freundin freund oma opa enkelin enkel neffe nichte nachbar nachbarin kollege kollegin mitbewohner mitbewohnerin lebensgefährte lebensgefährtin vermieter vermieterin chef chefin
  femme mari fils fille mère père maman soeur sœur frère oncle cousine compagne compagnon conjoint copine copain grand-mère neveu nièce voisin voisine ami amie collègue propriétaire gardien gardienne
  esposa mujer marido esposo hijo hija madre padre mamá papá hermana hermano tía tío prima primo pareja novia novio abuela abuelo nieta nieto sobrina sobrino vecina vecino amiga amigo compañera compañero casero casera jefe jefa
  filho filha mãe pai irmã irmão tia tio namorada namorado avó avô neta neto sobrinha sobrinho vizinha vizinho colega senhorio senhoria caseiro caseira`)

/** What a form or a header calls a name. */
export const NAME_LABELS = words(`
  name names fullname firstname lastname surname forename from to cc bcc attn attention contact customer client requester recipient sender tenant patient student guest passenger holder cardholder owner driver employee signed
  vorname nachname familienname von an kunde kundin ansprechpartner ansprechpartnerin empfänger absender mieter mieterin patientin schüler gast fahrer inhaber kontoinhaber
  nom prénom de à contact client cliente destinataire expéditeur locataire titulaire passager
  nombre apellido apellidos para contacto destinatario remitente titular pasajero inquilino paciente
  nome sobrenome apelido cliente destinatário remetente passageiro inquilino utente`)

export const STREETS = words(
  "str straße strasse gasse weg platz allee street st avenue ave av road rd drive dr lane ln boulevard blvd court ct place pl square sq terrace crescent cres close gardens grove highway hwy parkway pkwy mews row alley route trail circle turnpike loop pike walk quay"
)
export const STREET_STARTS = words(
  "route venelle rang pasaje carrer sentier résidence urbanización urb rua rue via viale calle c/ avenida avda av avenue plaza praça praca place travessa estrada camino paseo piazza corso largo chemin boulevard bd impasse allée quai cours square carretera ronda glorieta alameda rodovia largo beco ul ulica aleja vico strada jalan jl am an im unter zum zur auf alter alte carretera bv blvr"
)
export const STREET_ENDS =
  /.{2}(?:stra(?:ß|ss)en?|str|gasse|weg|platz|allee|ring|damm|ufer|steig|markt|graben|berg|hof|gata|gatan|götu|vej|vegen|veien|gate|gade|straat|laan|plein|kade|gracht|katu|tie|kuja|utca|körút|cesta|ova|náměstí|ulice|väg|vägen|gränd)$/u
export const UNITS = words(
  "étg gauche droite izda izq dcha dta esquerdo direito frente bajo ático local sala lote casa bairro polígono nave torre villa lieu-dit lieudit cedex bp c.p cp cep plz hs hinterhaus vorderhaus whg apt apartment suite ste unit flat floor room bldg building box postfach wohnung etage stock appt appartement bâtiment bât étage esc escalier piso puerta portal planta bloque escalera andar bloco apto fração lote esq esqda dto drt bus"
)
/** Small words inside addresses and names of places. */
export const LINKS = words(
  "de l' d' da do das dos del della di la le les el los of and y e am an der den van von zu im las the du des sur en aux au bei saint st ste san santa são"
)

export const COMPANY_ENDS = words(`
  inc ltd limited llc llp plc corp corporation co company group holding holdings partners gmbh ag kg ohg gbr ug mbh ev e.v sarl sàrl sa sas sasu eurl sl slu sc ltda lda eireli me unipessoal bv nv oy ab as aps srl spa kk pty foundation trust association bros brothers sons`)

export const COMPANY_WORDS = words(`
  solutions systems software labs studio studios consulting services media design capital logistics transport bakery hotel restaurant café cafe clinic hospital school college university academy institute pharmacy club bank insurance insurers church museum gallery agency garage dental surgery nursery kindergarten primary
  praxis zahnarztpraxis hausarztpraxis klinikum klinik augenklinik wäscherei schreinerei tischlerei gärtnerei buchhandlung fahrschule musikschule gasthof tanzschule sportverein krankenhaus schule grundschule gymnasium universität hochschule verein apotheke bäckerei metzgerei autohaus kanzlei werkstatt kita sparkasse volksbank gemeinde stadtwerke verlag
  boulangerie boucherie fromagerie scierie pressing optique conservatoire atelier résidence société entreprise restaurant boutique menuiserie librairie pharmacie école lycée collège université clinique hôpital cabinet mairie garage association crèche hôtel librairie
  panadería gimnasio academia fundación carpintería inmobiliaria autoescuela guardería residencia restaurante librería club hotel bar farmacia escuela colegio instituto universidad clínica hospital ayuntamiento taller gestoría asociación hostal librería peluquería
  padaria pastelaria pizzaria tecelagem academia creche lar hospital clube mercearia salão lavandaria lavanderia ginásio farmácia escola colégio universidade clínica câmara oficina associação livraria hotel restaurante`)

/** Before a place: "in Leeds", "aus Köln". */
export const PLACE_CUES = words("in at from near to via aus nach bei à en depuis desde hacia em no na para")
/** Carriers, payment services, makers, software and platforms that everybody names: nobody is known by them. */
export const BRANDS = words(`
  dhl ups fedex usps hermes dpd gls tnt evri yodel royal colissimo chronopost laposte correos seur mrw ctt correios sedex deutsche post
  paypal visa mastercard maestro amex american express klarna stripe sepa bizum multibanco mbway pix ideal giropay revolut wise venmo zelle
  apple google microsoft amazon samsung sony huawei xiaomi lenovo dell hp asus acer intel amd nvidia android ios ipados macos windows linux ubuntu iphone ipad macbook airpods galaxy pixel kindle alexa siri chrome firefox safari edge opera outlook gmail excel word powerpoint teams office onedrive sharepoint dropbox slack zoom skype whatsapp telegram signal facebook instagram twitter linkedin tiktok youtube netflix spotify ebay etsy shopify woocommerce wordpress salesforce hubspot zendesk jira trello notion asana github gitlab figma photoshop adobe sap oracle quickbooks datev xero lexware mailchimp zapier docusign bluetooth wifi wi-fi usb hdmi pdf csv api sso vat sms pin html json xml ssl vpn ram ssd cpu gps led qr faq url id ok tv pc crm erp gdpr rgpd dsgvo iban bic swift
  playstation xbox nintendo switch steam fitbit garmin ikea lego uber airbnb booking expedia trustpilot tripadvisor`)

/** Nationalities, languages, faiths: they say of many what they say of one. */
export const NATIONALITIES = words(`
  afghan albanian algerian american argentine argentinian armenian asian australian austrian bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian cambodian cameroonian canadian chechen chilean chinese colombian croatian cuban cypriot czech danish dutch
  ecuadorian egyptian english estonian ethiopian european filipino finnish french georgian german ghanaian greek hungarian icelandic indian indonesian iranian iraqi irish israeli italian jamaican japanese jordanian kazakh kenyan korean kurdish latvian lebanese libyan lithuanian
  malaysian maltese mexican moldovan mongolian moroccan nepalese nigerian norwegian pakistani palestinian paraguayan persian peruvian polish portuguese romanian russian saudi scottish senegalese serbian singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese thai
  tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh african arabic latin hispanic nordic scandinavian muslim christian jewish catholic protestant hindu buddhist
  deutsch deutsche deutscher deutschen deutsches englisch englische französisch französische italienisch italienische spanisch spanische polnisch polnische türkisch türkische russisch russische österreichisch österreichische schweizer niederländisch schwedisch
  français française françaises anglais anglaise allemand allemande italien italienne espagnol espagnole portugais portugaise belge suisse marocain marocaine algérien algérienne polonais polonaise chinois chinoise japonais japonaise
  español española españoles inglés inglesa francés francesa alemán alemana italiano italiana portugués portuguesa mexicano mexicana argentino chino japonés japonesa ruso rusa
  português portuguesa inglês inglesa francês francesa alemão alemã italiano italiana espanhol espanhola brasileiro brasileira chinês chinesa angolano angolana`)
