import type { Pool } from "../pool.ts"

export const en: Pool = {
  language: "en",
  products: ["Kettle K2", "Crema E1", "Batter B5", "Halo pendant lamp", "Aurora floor lamp"],
  amounts: ["€89.00", "€149.90", "€34.50", "€219.00", "€64.80"],
  openings: ["Hello,", "Hi there,", "Good morning,", "Dear team,", "To whom it may concern,", "Hi,"],
  endings: [
    "Thanks, [PERSON_1]",
    "Kind regards\n[PERSON_1]",
    "Best, [PERSON_1]\n[PHONE_1]",
    "[PERSON_1]\nSent from my phone",
    "Many thanks in advance\n[PERSON_1]",
    "Regards\n[PERSON_1]\n[EMAIL_1]"
  ],
  again: [
    "I haven't heard from you for three days now. Is anybody looking at this?",
    "One more thing: my husband [PERSON_3] is at home from Thursday on, if that helps.",
    "Here is the order number again, in case it got lost: {order}.",
    "Sorry to be a nuisance, but I need to plan the week. What happens next?",
    "I looked in my mailbox and found nothing, not even in spam.",
    "I called yesterday and was told to write. So here I am."
  ],
  asked: [
    "Hello [PERSON_1],\n\ncould you tell us the order number? Then we can look.\n\nKind regards\n[PERSON_2]",
    "Hello [PERSON_1],\n\nthank you for writing. Which address did you order with?\n\n[PERSON_2]",
    "Hello [PERSON_1],\n\nwe've passed this on and will be back with news tomorrow.\n\nKind regards\n[PERSON_2]"
  ],
  greetings: ["Hello [PERSON_1],", "Dear [PERSON_1],", "Hi [PERSON_1],"],
  closings: ["Kind regards\n[PERSON_2]", "Best regards\n[PERSON_2]", "Warm regards\n[PERSON_2]"],
  sorry: [
    "Thank you for writing to us about order {order}.",
    "I'm sorry for the trouble with your {product}.",
    "Thank you for your patience.",
    "I'm sorry that you had to write twice."
  ],
  offers: [
    "Let me know if anything is unclear.",
    "Just reply to this mail if you have another question.",
    "Do you need anything else from us?"
  ],
  doubtful: [
    "It usually goes quicker than that at this time of the year.",
    "Most customers hear back by the next morning.",
    "A colleague confirmed this this morning.",
    "You can also use our app for it.",
    "It has been so since the end of last month."
  ],
  promises: [
    "For the trouble I'm adding a credit of €10 to your account.",
    "I'll refund the delivery costs today.",
    "It will be settled by Friday.",
    "I'll make sure that it's done before the weekend."
  ],
  adds: [
    "I've put a note on your order, so that my colleagues know too.",
    "I looked into your order and everything else is fine with it.",
    "I'll write to you myself as soon as there is news.",
    "As you asked, I left out the phone call.",
    "My colleague [PERSON_4] is in the picture as well, should I be away.",
    "You don't have to do anything else until then."
  ],
  topics: [
    {
      tag: "delivery",
      article: "en/delivery-missing",
      passage: "The carrier answers within five working days",
      subjects: [
        "Parcel marked delivered, nothing here",
        "Where is my order {order}?",
        "Tracking says delivered on {date}"
      ],
      asks: [
        "my order {order} says it was delivered on {date}, but there is nothing here. I asked [PERSON_3] next door and looked by the bins. What now?",
        "the tracking page says delivered. It isn't. I was at home all day and nobody rang. The order is {order}, a {product} for {amount}.",
        "a driver apparently left my {product} somewhere on {date}. It isn't in the hall and no neighbour has it. Can you find out where it is?"
      ],
      says: [
        "We ask the carrier to search for your parcel.",
        "The carrier answers within five working days.",
        "Your search number is [[search number]].",
        "If the parcel isn't found, you choose between a replacement and a full refund, delivery costs included.",
        "Could you confirm your full delivery address?"
      ],
      otherwise: [
        "I've asked the carrier to look for it.",
        "They have five working days to answer.",
        "The search runs under S-48213.",
        "Should it stay lost, we send a new one or refund everything, whichever you like.",
        "Is the address on the order still the right one?"
      ],
      wrong: { text: "The carrier answers within three working days.", says: "five working days" }
    },
    {
      tag: "refund",
      article: "en/refunds",
      passage: "A refund always goes back on the way you paid",
      subjects: ["Refund for {order} still missing", "Refund to another card", "When do I get my money back?"],
      asks: [
        "I sent the {product} back on {date} and still see no refund of {amount}. My bank says there's nothing on the way.",
        "could you pay the {amount} for order {order} to another account? The card I paid with has expired.",
        "how long does a refund take with PayPal? You got the return on {date}."
      ],
      says: [
        "A refund always goes back on the way you paid.",
        "It starts when the return is checked, which takes three working days from arrival.",
        "With a card it then takes 5 to 7 working days.",
        "You get an e-mail on the day the refund is started.",
        "We can't pay out to another account or card."
      ],
      otherwise: [
        "We can only refund to what you paid with.",
        "Your return was checked and the refund of {amount} is on its way.",
        "Card refunds need up to 7 working days, depending on your bank.",
        "The mail that confirms it went out on {date}.",
        "Another card isn't possible, I'm afraid, even if yours has expired: your bank forwards it."
      ],
      wrong: { text: "With PayPal it takes 5 working days.", says: "2 working days" }
    },
    {
      tag: "return",
      products: 2,
      article: "en/returns",
      passage: "Open **Returns** on our website",
      subjects: ["Return of a {product}", "How do I send this back?", "Return label for {order}"],
      asks: [
        "the {product} is nice but too big for our kitchen. We boiled water in it once. Can I still return it, and do I need the box?",
        "I'd like to send order {order} back. Where do I get a label, and can my neighbour [PERSON_3] hand it in?",
        "please take back one of the two {product}s, delivered on {date}. What does it cost me?"
      ],
      says: [
        "You may send back what you bought within 30 days of delivery.",
        "Open Returns on our website and enter the order number and your e-mail address.",
        "Hand the parcel in within seven days; anybody can do that for you.",
        "A return within the EU costs €4.90, which we deduct from the refund.",
        "The original box isn't needed as long as the product is well protected."
      ],
      otherwise: [
        "Of course you can return it, you have until 30 days after delivery.",
        "You'll find the label under Returns on our website.",
        "Drop it off within a week, or let somebody else do it.",
        "€4.90 for the label comes off the refund.",
        "Any sturdy box will do."
      ],
      wrong: { text: "You have 14 days to send it back.", says: "30 days" }
    },
    {
      tag: "warranty",
      products: 3,
      article: "en/warranty",
      passage: "The repair takes up to 15 working days",
      subjects: ["Strange noise since {date}", "{product} stopped working", "Warranty for my {product}"],
      asks: [
        "my {product} makes a clicking noise since {date}, even when it's empty. It's just over a year old. Is that covered?",
        "the {product} from order {order} doesn't switch on any more. What do you need from me, and how long does a repair take?",
        "the glass of my {product} broke when I cleaned it. Is that a case for the warranty?"
      ],
      says: [
        "All products have a warranty of two years from delivery.",
        "We need the order number, the serial number and a photo or a short video of the fault.",
        "The serial number is on the label underneath.",
        "The repair takes up to 15 working days from the day the product arrives in our workshop.",
        "If it can't be repaired in that time, you choose between a replacement and a full refund."
      ],
      otherwise: [
        "Yours is still covered, it's less than two years old.",
        "A short video of the fault with the serial number would help us most.",
        "You'll find that number if you turn it over.",
        "Allow three weeks for the repair.",
        "If the workshop can't mend it, you get a new one or your money back."
      ],
      wrong: { text: "All products have a warranty of three years.", says: "two years" }
    },
    {
      tag: "invoice",
      article: "en/invoice",
      passage: "can be corrected within 30 days of the invoice date",
      subjects: ["Invoice for {order}", "Where is my invoice", "VAT number missing on invoice"],
      asks: [
        "I need an invoice for {order} in the name of our company. The one I got has my own name on it. It's from {date}.",
        "I can't find the invoice for the {product}. I ordered without an account. Can you send it again, on paper if possible?",
        "our VAT number is missing on the invoice of {date}. Can you add it? Our accountant [PERSON_3] is waiting."
      ],
      says: [
        "Name, company, address and VAT number can be corrected within 30 days of the invoice date.",
        "Send us the full name of the company and its address, and the VAT number.",
        "The corrected invoice comes by e-mail within two working days.",
        "The date and the amount stay as they were.",
        "We don't send invoices on paper."
      ],
      otherwise: [
        "Yes, we can still change that, it's within the 30 days.",
        "Just reply with the company's name, address and VAT number.",
        "You'll have the new PDF within two working days.",
        "Only the name changes, not the date or the sum.",
        "It comes as a PDF only, paper isn't something we do."
      ]
    },
    {
      tag: "cancel",
      article: "en/cancel-an-order",
      passage: "You can cancel at any time until the parcel leaves",
      subjects: ["Please cancel {order}", "Ordered twice by mistake", "Cancel before it ships"],
      asks: [
        'please cancel order {order}, I ordered the wrong colour. It still says "being packed".',
        "I ordered the {product} twice by mistake on {date}. Can one of them be cancelled?",
        "is it too late to cancel {order}? If so, may I refuse it at the door?"
      ],
      says: [
        "You can cancel at any time until the parcel leaves our warehouse.",
        "Open Orders in your account and choose Cancel order.",
        "What you paid goes back within two working days on the way you paid.",
        "If it's too late, refuse the parcel at the door; nothing is deducted then."
      ],
      otherwise: [
        "It hasn't left yet, so I've cancelled it for you.",
        "Next time you can do that yourself under Orders.",
        "The {amount} are back with you in two working days.",
        "If it comes nevertheless, just don't accept it."
      ]
    },
    {
      tag: "address",
      article: "en/change-delivery-address",
      passage: "The address can be changed as long as the order says",
      subjects: ["Wrong address on {order}", "We're moving, new address", "Change of delivery address"],
      asks: [
        "I typed the wrong house number for {order}. It should be 14, not 41. Can you change it?",
        "we move on {date} and the {product} will come after that. Please send it to the new address.",
        "can the parcel go to a pick-up point instead? I'm away from {date} on."
      ],
      says: [
        'The address can be changed as long as the order says "being packed".',
        "Open Orders in your account, choose the order and press Change address.",
        "After that you can choose a pick-up point or another day in the carrier's tracking page, free of charge.",
        "The carrier doesn't change the street or the town."
      ],
      otherwise: [
        "I've changed the address, the parcel was still here.",
        "You can do it under Orders too, until it's packed.",
        "From now on only the carrier can move it, to a pick-up point for example.",
        "Another street isn't possible once it's on its way."
      ]
    },
    {
      tag: "payment",
      article: "en/payment-and-double-charges",
      passage: "means that your bank has reserved the amount",
      subjects: ["Charged twice for one order", "Double payment {order}", "{amount} taken twice"],
      asks: [
        "my card shows {amount} twice for order {order}. I only bought one {product}. Please give the second one back.",
        'on {date} you charged me twice. One of them says "pending". What does that mean?',
        "I paid by card, it failed, I tried again, and now both are on my statement."
      ],
      says: [
        "Mostly it's a reservation and not a second payment.",
        '"Pending" means that your bank has reserved the amount; we haven\'t got it.',
        "The bank releases it within seven days, and you don't have to do anything.",
        'If it says "booked", send us both dates and the amount, and we pay the second one back within two working days.'
      ],
      otherwise: [
        "We received one payment only, I looked.",
        "The other one is a reservation by your bank.",
        "It disappears by itself within a week.",
        "If both turn into real bookings, tell me and you get one back at once."
      ]
    },
    {
      tag: "damage",
      products: 2,
      article: "en/parcel-damaged",
      passage: "Two photos: one of the damage",
      subjects: ["Cracked lid", "{product} arrived broken", "Box damaged on arrival"],
      asks: [
        "the {product} came today and its lid is cracked. The box had a hole. What do you need?",
        "one of the glass shades from {order} is in pieces. I only want that part, not a new lamp.",
        "the parcel was soaked and the {product} doesn't switch on. It came on {date}."
      ],
      says: [
        "Damage in transport is never your cost.",
        "We need two photos: one of the damage, one of the outer box with its label.",
        "Keep the box and the packaging for ten days.",
        "If a single part is broken, we send that part free of charge.",
        "It leaves within one working day, and you keep the rest."
      ],
      otherwise: [
        "Of course you don't pay for that.",
        "Two pictures would be great, the crack and the label on the box.",
        "And hold on to the box for ten days, the carrier may ask.",
        "I'm sending you the part alone.",
        "It goes out tomorrow at the latest."
      ],
      wrong: { text: "Keep the box for three days.", says: "ten days" }
    }
  ]
}
