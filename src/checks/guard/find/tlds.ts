/**
 * The endings that make a bare word with dots a host: those of countries, and the generic ones in use. Endings of files
 * are left out.
 */
export const TLDS: ReadonlySet<string> = new Set(
  (
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr " +
    "ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc me mg mh mk ml mm mn mo mp mq " +
    "mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr pt pw qa re ro ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt " +
    "tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw " +
    "com net org edu gov mil int info biz name pro mobi asia cat coop jobs tel travel museum aero post arpa example test invalid localhost local internal onion " +
    "academy accountant actor agency app apartments art associates auction audio auto autos baby band bank bar bargains beauty beer best bet bid bike bingo bio black blog blue boats bond boutique broker build builders business " +
    "buzz cab cafe cam camera camp capital car cards care career careers cars casa cash casino catering center centre charity chat cheap church city claims cleaning click clinic clothing cloud club coach codes coffee college " +
    "community company computer condos construction consulting contact contractors cooking cool country coupons courses credit creditcard credits cruises dance date dating day deal deals delivery democrat dental dentist design " +
    "dev diamonds diet digital direct directory discount dog domains download earth education email energy engineer engineering enterprises equipment estate events exchange expert exposed express fail faith family fan fans farm " +
    "fashion feedback finance financial fish fit fitness flights florist flowers fly foo forsale forum foundation fun fund furniture futbol fyi gallery game games garden gifts gives giving glass global gmbh gold golf graphics gratis " +
    "green gripe group guide guru hair haus health healthcare help hiphop hockey holdings holiday homes horse hospital host hosting hotel house how icu immo inc industries ink institute insurance insure international investments " +
    "irish jetzt jewelry juegos kaufen kim kitchen kiwi land law lawyer lease legal lgbt life lighting limited limo link live llc loan loans lol london lotto love ltd ltda luxe luxury maison management market marketing markets mba " +
    "media memorial men menu miami mobile moda moe mom money monster mortgage motorcycles movie navy network new news ngo ninja now observer okinawa one ong online osaka page paris parking partners parts party pay pet phd photo " +
    "photography photos physio pics pictures pink pizza place play plumbing plus poker porn press productions promo properties property pub qpon quest racing radio realestate recipes red rehab reise reisen rent rentals repair " +
    "report republican rest restaurant review reviews rich rip rocks rodeo run safe sale salon sarl sbs school schule science secure security select services sex sexy shiksha shoes shop shopping show singles site ski skin soccer " +
    "social software solar solutions space sport spot spreadbetting storage store stream studio study style sucks supplies supply support surf surgery swiss systems talk tattoo tax taxi team tech technology tennis theater theatre " +
    "tickets tienda tips tires today tokyo tools top tours town toys trade trading training tube university uno vacations ventures vet viajes video villas vin vip vision vodka vote voting voyage wales watch webcam website wedding " +
    "whoswho wiki win wine work works world wtf xyz yachts yoga zone berlin hamburg koeln cologne bayern wien nyc boston madrid barcelona amsterdam brussels rio quebec scot eus gal bzh"
  ).split(" ")
)

/** Endings of files that are also top-level domains. A bare word with one of them is a file. */
export const FILES: ReadonlySet<string> = new Set("md sh py rs pl ps cc so vi zip mov".split(" "))

/** Hosts where anybody may publish a page. When the ticket contains one page there, another one is still unknown. */
export const SHARED =
  /(?:^|\.)(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|is\.gd|ow\.ly|cutt\.ly|rebrand\.ly|t\.me|wa\.me|discord\.gg|google\.[a-z.]{2,6}|goo\.gle|forms\.gle|gmail\.com|youtube\.com|youtu\.be|github\.(?:com|io)|gitlab\.com|pastebin\.com|dropbox\.com|notion\.(?:so|site)|linkedin\.com|facebook\.com|fb\.me|instagram\.com|x\.com|twitter\.com|tiktok\.com|linktr\.ee|typeform\.com|jotform\.com|sharepoint\.com|onedrive\.live\.com|1drv\.ms|wetransfer\.com|we\.tl|imgur\.com|medium\.com|wordpress\.com|blogspot\.com|wixsite\.com|web\.app|netlify\.app|vercel\.app|pages\.dev|workers\.dev|herokuapp\.com|amazonaws\.com|azurewebsites\.net|calendly\.com|paypal\.me|paypal\.com|docusign\.net)$/
