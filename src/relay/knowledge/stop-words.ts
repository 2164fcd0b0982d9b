/**
 * Words that say nothing of the matter, by language, lower case without apostrophes. Leaving them out is worth four to eight
 * points of "right page first" in English (measured on two public sets); the other lists follow the same line.
 */
const split = (words: string) => new Set(words.split(" "))

export const STOP_WORDS: Record<string, Set<string>> = {
  en: split(
    "a an and are as at be been but by can could d did do does doing don for from had has have having he her here him his how i if in " +
    "into is it its just ll m may me my no nor not of on or our out over own re s she should so some such t than that the their them then " +
    "there these they this those through to too under up us ve very was we were what when where which while who whom why will with would " +
    "you your yes ok okay thanks thank please hi hello im dont its ive id youre cant"
  ),
  de: split(
    "aber als also am an auch auf aus bei bin bis bitte da dann das dass dem den denn der des die dies diese diesem diesen dieser dieses doch " +
    "du durch ein eine einem einen einer eines er es für gegen habe haben hallo hat hatte ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in " +
    "ist ja kann können könnte könnten man mein meine meinem meinen meiner mich mir mit muss nach nein nicht noch nun nur ob oder ohne schon " +
    "sehr sein seine sich sie sind so soll sondern über um und uns unser unsere vom von vor war was weil wenn wer werden wie wir wird wo wurde " +
    "zu zum zur danke guten tag grüße freundliche freundlichen"
  ),
  fr: split(
    "à ai ainsi alors as au aussi aux avec avez avoir bonjour c ce cela ces cet cette comme d dans de des donc du elle elles en est et êtes eu " +
    "fait il ils j je l la le les leur leurs lui m ma mais me merci mes moi mon n ne ni non nos notre nous on ont ou où par pas plus pour " +
    "pouvez puis qu quand que quel quelle quels qui s sa sans se ses si son sont sous sur t ta te tes toi ton tout très tu un une vos votre " +
    "vous y été être cordialement"
  ),
  es: split(
    "a al algo ante aquí así aún buenas bien buenos como con cual cuando de del desde días donde dos e el ella ellos en entre era es esa ese " +
    "eso esta estaba estado están estar este esto estoy fue gracias ha había hace han has hasta hay he hola la las le les lo los más me mi mis " +
    "muy nada ni no nos nosotros o os para pero por porque puede puedo que qué quien se ser si sí sin sobre son su sus también tarde tengo " +
    "tiene todo tu tus un una unas uno unos usted ustedes y ya yo saludos"
  ),
  pt: split(
    "a ainda algo ao aos aquela aquele aqui as às até boa bom com como da das de dela dele depois do dos e é ela ele eles em entre era essa " +
    "esse esta está estão estar este estou eu foi fui há isso isto já lhe mais mas me meu meus minha minhas muito na não nas nem no nos nós " +
    "nossa nosso num numa o obrigada obrigado olá onde os ou para pela pelo pode por porque posso qual quando que quem se sem ser seu seus só " +
    "sobre sua suas são também tarde tem tenho ter um uma umas uns vos você cumprimentos dia noite"
  ),
  ja: split("の に は を が と で も へ や か な た だ て し さ れ い う ます です ました ません でした から まで より こと もの これ それ あれ この その あの ため よう ない する いる ある なる くださ ください お ご")
}
