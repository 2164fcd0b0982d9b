// Small classes of ordinary words by which a capital word beside them is told to be no one's name, in the product's
// languages that write with spaces.

import { words } from "../basis/word-list.ts"

/**
 * Before a thing and hardly ever before somebody, by the bit of the language. German and Portuguese put their definite
 * articles before names, too.
 */
export const DETERMINERS: ReadonlyMap<number, ReadonlySet<string>> = new Map([
  [1, words("a an the my your our his her their this that these those one another each every no any which some")],
  [
    2,
    words("ein eine einen einem einer mein meine meinen meinem unser unsere unseren unserem kein keine keinen dieses")
  ],
  [4, words("un une des mon ma mes ton ta notre nos ce cet cette ces")],
  [8, words("un una unos unas mi mis este esta estos ese esa")],
  [16, words("um uma uns umas meu minha meus minhas nosso nossa")]
])

/** What follows is called so by its maker: "model Vienna", "color Rocío", "mode Zen". */
export const LABELS = words(`
  model models colour color colours colors shade finish edition collection series style mode variant brand
  modell farbe farbton ausführung kollektion modus marke variante
  modèle couleur coloris teinte édition gamme marque finition
  modelo color tono edición colección modo marca acabado
  cor coleção edição tonalidade`)

/** What can be bought: "Jordan sneakers", "Jasmine rice". */
export const GOODS = words(`
  sneakers trainers shoes boots sandals heels socks jeans shirt shirts hoodie jacket coat dress jumper sweater trousers scarf bag bags backpack handbag wallet watch ring necklace earrings lipstick mascara perfume foundation
  sofa chair chairs armchair table desk shelf shelves bookcase wardrobe bed mattress lamp rug curtains pillow duvet kettle toaster oven fridge freezer dishwasher washer dryer hoover vacuum blender mixer grill heater boiler radiator fan speaker speakers headphones earbuds soundbar amplifier tv monitor laptop tablet printer router modem keyboard mouse charger cable battery camera lens drone sim esim console game bike scooter pram tyres tent
  rice tea coffee wine beer cheese honey soap shampoo candle candles cream grey gray green blue red pink yellow brown purple
  schuhe stiefel jacke mantel kleid hose hemd tasche rucksack uhr kette lippenstift parfüm sofa sessel tisch stuhl regal schrank bett matratze lampe teppich kissen wasserkocher toaster ofen kühlschrank waschmaschine trockner staubsauger mixer grill heizung kopfhörer lautsprecher fernseher drucker tastatur ladegerät kabel akku kamera karte fahrrad roller reis tee kaffee wein
  chaussures baskets bottes veste manteau robe pantalon chemise sac montre bague parfum canapé fauteuil table chaise étagère armoire lit matelas lampe tapis bouilloire four frigo aspirateur casque enceinte téléviseur imprimante chargeur câble batterie vélo riz thé café vin
  zapatos zapatillas botas chaqueta abrigo vestido pantalón camisa bolso mochila reloj anillo perfume sofá sillón mesa silla estantería armario cama colchón lámpara alfombra hervidor horno nevera lavadora aspiradora auriculares altavoz televisor impresora cargador bicicleta arroz té vino
  sapatos ténis tênis botas casaco vestido calças camisa bolsa mochila relógio anel sofá poltrona cadeira estante cama colchão lâmpada tapete chaleira forno geladeira máquina aspirador fones coluna televisor impressora carregador bicicleta arroz chá vinho`)

/** What somebody does for a firm. */
export const ROLES = words(`
  manager buyer purchaser director officer engineer assistant consultant coordinator specialist analyst lead head supervisor administrator secretary clerk accountant advisor adviser representative executive president founder technician developer designer controller planner trainee caretaker receptionist operator
  einkäufer einkäuferin leiter leiterin sachbearbeiter sachbearbeiterin geschäftsführer geschäftsführerin berater beraterin assistent assistentin referent referentin buchhalter buchhalterin techniker technikerin hausmeister
  directeur directrice responsable gérant gérante conseiller conseillère assistante acheteur acheteuse comptable technicien technicienne gestionnaire
  directora gerente subgerente jefe jefa asesor asesora encargado encargada comprador compradora contable técnico técnica
  diretor diretora chefe responsável assessor assessora compradora encarregado encarregada coordenador coordenadora atendente`)

/** Behind these a verb stands. */
export const VERB_BEFORE = words("please will would could can you must should not don't just then and")
/** What somebody does something with: "mark it", "mark this as". */
export const OBJECTS = words("it this these those them")
/** Past tenses that look like no verb. */
export const PAST = words(`
  said told went came took gave got left sent paid bought made found saw wrote rang put let kept thought had has did knew met spoke read felt heard held lost sold stood won sat began broke chose drove fell flew grew hid rose ran shook threw woke wore
  spent led built cut hit set shut hurt dealt drank ate sang swam forgot understood brought taught caught fought slept lent meant learnt spelt burnt laid fed fled bit lit shot stuck struck swore tore froze stole spun became cost dug hung leapt quit rode sank shut sprang stank swung withdrew undid`)
/** What goes on behind somebody's name though it looks like a noun: when and how, and what somebody has with a firm. */
export const OF_PEOPLE = words(`
  today tomorrow yesterday tonight again instead too also here there now back home once twice please thanks first last next soon late early only just already maybe both alone who which that and or but
  phone mobile telephone tel cell email mail address account order ticket number customer card case family household team house office surgery street road lane avenue`)
