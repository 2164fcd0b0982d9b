import { allLocales } from "@faker-js/faker"

/**
 * Names and places of many countries: the lists of @faker-js/faker (MIT), those in other scripts also in Latin letters,
 * and a few of this project's own.
 */
export interface Origin {
  given: readonly string[]
  family: readonly string[]
  /** The family name comes first. */
  familyFirst?: boolean
}

const LETTERS: Record<string, string> = Object.fromEntries(
  "а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya і:i ї:yi є:ye ґ:g ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz ќ:kj ѓ:gj ѕ:dz α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o"
    .split(" ")
    .map((pair) => [pair.slice(0, 1), pair.slice(2)])
)

export const ORIGINS: readonly Origin[] = [...fromFaker(), ...ownOrigins()]

export const TOWNS: readonly string[] = unique(
  Object.values(allLocales)
    .flatMap((locale) => flat(locale.location?.city_name))
    .flatMap(latin)
)
export const STREET_NAMES: readonly string[] = unique(
  Object.values(allLocales)
    .flatMap((locale) => flat(locale.location?.street_name))
    .flatMap(latin)
).filter((name) => /^\p{Lu}/u.test(name))

function fromFaker(): Origin[] {
  return Object.entries(allLocales).flatMap(([code, { person }]) => {
    const given = unique(flat(person?.first_name).flatMap(latin))
    const family = unique(flat(person?.last_name).flatMap(latin))
    return given.length > 15 && family.length > 15 ? [{ given, family, familyFirst: /^hu|^vi/.test(code) }] : []
  })
}

/**
 * Returns romanised names of languages that faker has only in their own script, and English names that are also words.
 */
function ownOrigins(): Origin[] {
  const list = (words: string) => words.split(" ")
  return [
    {
      family: list(
        "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang Deng Feng Han Cao Zeng Peng Xiao Cai Pan Tian Dong Yuan Yu Ye Jiang Du Su Wei Cheng Lu Ding Ren Shen Yao Fan Fang Shi Tan Liao Zou Xiong Jin Hao Kong Bai Cui Kang Mao Qiu Qin Gu Hou Shao Meng Long Wan Duan Qian"
      ),
      given: list(
        "Wei Fang Na Xiuying Min Jing Li Qiang Lei Jun Yang Yong Yan Jie Juan Tao Ming Chao Xia Ping Gang Guiying Xiaoming Meiling Jianguo Xiaoyan Haoyu Zihan Yuxuan Xinyi Yichen Jiahao Ruoxi Zimo Yifan Siyu Lihua Guohua Dan Bo Hui Ling Ying Hong Bin Chun Rui Hai Ning Peng Kai Xin Yun Shan Dandan Tingting Feifei"
      ),
      familyFirst: true
    },
    {
      family: list(
        "Kim Lee Park Choi Jung Jeong Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Ryu Hong Jeon Ko Moon Yang Son Bae Baek Heo Yoo Nam Shim Noh Ha Kwak Sung Cha Joo Woo Min Jin Na Ji Um Won Chun Bang Kong Byun Chae Do"
      ),
      given: list(
        "Min-jun Seo-yeon Ji-woo Ha-eun Do-yun Ji-ho Soo-jin Hyun-woo Eun-ji Tae-hyung Jae-sung Hye-jin Sang-woo Yu-na Mi-ra Dong-hyun Jin-ho Kyung-soo Bo-ram Na-eun Minho Jisoo Jiwon Seungmin Hana Yuna Sora Bora Jae Sung Hyejin Eunji Jihoon Minji Donghae Kyungmi Sunghee Youngjae In Ha Ji Soo Hyun Min Joon Kwang-su Young-hee"
      ),
      familyFirst: true
    },
    {
      family: list(
        "Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Yamaguchi Matsumoto Inoue Kimura Hayashi Shimizu Yamazaki Mori Abe Ikeda Hashimoto Ishikawa Ogawa Okada Goto Hasegawa Murakami Kondo Ishii Saito Sakamoto Endo Aoki Fujii Nishimura Fukuda Ota Miura Fujiwara Okamoto Matsuda Nakajima Nakagawa Harada Ono Tamura Takeuchi Kaneko Wada Nakayama Ueda Morita Hara Shibata Sakai Kudo Yokoyama Miyazaki Uchida Takagi Ando Taniguchi Ohno Maruyama Imai Oda Baba Seki Hirano"
      ),
      given: list(
        "Hiroshi Yuki Sakura Kenji Ayumi Takeshi Haruto Mei Kazuya Rin Satoshi Naomi Shun Aoi Daichi Emi Ryo Hana Jun Kaori Akira Yui Sota Hina Yuto Miyu Ren Misaki Koji Tomoko Makoto Keiko Masato Yumi Daisuke Mika Tetsuya Chiyo Noboru Sayuri Taro Hanako Shinji Megumi Kazuki Asuka Ichiro Fumiko Kenta Nanami Toshiro Rika Osamu Mai"
      )
    },
    {
      family: list(
        "Al-Hashimi Mansour Haddad Nasser Khalil El-Masry Sayegh Aziz Darwish Saleh Jaber Qasim Rahman Farouk Amin Odeh Salman Shaheen Khoury Hamdan Abdullah Ibrahim Hassan Hussein Ali Ahmed Mahmoud Yousef Othman Bakr Said Zaki Fahmy Rizk Mustafa Taha Sharif Habib Issa Karam Najjar Sabbagh Kassab Hariri Barakat Awad Ghanem Jaafar Bitar Tawfik Al-Sayed Benali Bouazza Cherif Mansouri Alaoui Benkirane"
      ),
      given: list(
        "Mohammed Ahmed Fatima Aisha Omar Layla Youssef Hala Khaled Noor Tariq Samira Hassan Zainab Bilal Mariam Ziad Huda Rania Ali Amira Karim Salma Mustafa Yasmin Ibrahim Leila Hamza Nadia Rami Dina Walid Sara Jamal Hanan Samir Rasha Faisal Lina Anwar Abdul Abdulrahman Khadija Malak Nabil Ghada Imran Soraya Idris Mounir"
      )
    },
    {
      family: list(
        "Hosseini Tehrani Golestani Ahmadi Mohammadi Karimi Rezaei Moradi Jafari Rahimi Kazemi Ebrahimi Hashemi Bagheri Sadeghi Akbari Shirazi Farahani Rad Nazari Zand Kamali Amini Ghorbani Yazdani"
      ),
      given: list(
        "Shirin Reza Parisa Kaveh Mina Arash Nasrin Darius Leila Behrouz Soraya Farid Azadeh Cyrus Golnaz Hossein Mehdi Niloufar Omid Roxana Shahin Taraneh Vahid Yasaman Zahra Babak"
      )
    },
    {
      family: list(
        "Tesfaye Bekele Haile Alemu Gebre Tadesse Abebe Mekonnen Worku Girma Desta Assefa Kebede Wolde Mengistu Abdi Warsame Hassan Farah Jama Osman Mohamud Nur Yusuf Dirir"
      ),
      given: list(
        "Abebe Tigist Dawit Selamawit Yonas Hanna Mulugeta Meron Getachew Bethlehem Tewodros Almaz Solomon Genet Kidane Eyerusalem Bereket Hirut Samuel Saba Abdi Hodan Ayaan Liban Fadumo Khadra Mahad Ifrah"
      )
    },
    {
      family: list(
        "Okafor Eze Nwosu Onyekachi Obi Adebayo Akinola Olawale Ogunbanjo Fashola Bakare Oyelaran Olatunji Afolabi Ajayi Odukoya Ige Ojo Bello Balogun Adeyemi Okonkwo Chukwu Nwachukwu Uche Danjuma Musa Abubakar Sani Yakubu Mohammed Lawal Ibrahim Usman Mensah Owusu Boateng Asante Osei Appiah Mwangi Otieno Kamau Wanjiru Kiprop Ndlovu Dlamini Nkosi Khumalo Zulu Mokoena Banda Phiri Moyo Diallo Traoré Keita Ndiaye Diop Sow Camara Coulibaly"
      ),
      given: list(
        "Chukwuemeka Ngozi Obinna Adaeze Ifeanyi Oluwaseun Temitope Babatunde Yetunde Ayodele Olamide Adunni Kehinde Taiwo Bolanle Segun Titilayo Femi Wole Sade Kunle Bisi Dayo Chidi Amaka Emeka Nneka Tunde Folake Aminu Hauwa Musa Zainab Yusuf Kwame Ama Kofi Akosua Abena Kojo Wanjiku Otieno Achieng Njeri Kamau Sipho Thandi Nomsa Lerato Tendai Chipo Amadou Fatou Mamadou Aïssatou Ousmane Mariama"
      )
    },
    {
      family: list(
        "Kumar Sharma Gupta Singh Iyer Mehta Devi Verma Agarwal Patel Joshi Rao Nair Das Chopra Bala Prakash Lal Anand Sen Reddy Menon Pillai Bose Banerjee Chatterjee Mukherjee Ghosh Desai Shah Kapoor Malhotra Bhatt Trivedi Kulkarni Deshpande Naidu Krishnan Subramanian Venkatesh Khan Ahmed Hussain Chowdhury Rahman Islam Begum Perera Fernando Silva Thapa Gurung Shrestha"
      ),
      given: list(
        "Rajesh Priya Ananya Vikram Lakshmi Arjun Sunita Rahul Neha Amit Kavita Sanjay Pooja Ravi Deepika Kiran Om Asha Dev Maya Anil Meena Suresh Geeta Rohan Divya Nikhil Shreya Karthik Swati Manoj Rekha Aditya Ishita Varun Nandini Harish Padma Gaurav Tanvi Farhan Ayesha Imran Nusrat Dilip Usha Siddharth Aparna Vivek Jyoti"
      )
    },
    {
      family: list("Nguyen Tran Le Pham Hoang Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly Dinh Trinh Mai Lam Truong"),
      given: list(
        "Van An Thi Mai Minh Duc Thu Ha Quoc Bao Ngoc Lan Huu Phuoc Thanh Tung My Linh Hoang Long Anh Hoa Van Kiet Thi Nga Cam Tu Quang Huy Hong Hanh Tuan Kiet Bich Phuong Duy Khanh Thao Vy Gia Han"
      ),
      familyFirst: true
    },
    {
      family: list(
        "Santoso Rahayu Lestari Wijaya Wulandari Hidayat Setiawan Kusuma Pratama Saputra Nugroho Siregar Nasution Halim Gunawan Dela Cruz Bautista Macaraeg Pangilinan Santos Reyes Garcia Mendoza Villanueva Aquino Ramos Castillo Tan Lim Ong Wong Chan Cheung Leung Lau Chow Ng Teo Goh Yeo bin Ismail binti Rahman"
      ),
      given: list(
        "Budi Siti Dewi Agus Putri Eko Sri Rina Hendra Wati Bambang Indah Dian Fajar Ratna Jose Maricel Rodrigo Liza Boyet Jun Marites Ramon Cherry Rowena Mei Ling Wai Kit Siu Ming Kah Yan Farid Aminah Azlan Nurul"
      )
    },
    {
      family: list(
        "Bishop Wood Field Young Chance Stone Lane Reed Cook Price Banks Rose Hill Brown White Black Green Baker Carter Cooper Fisher Hunter Mason Miller Taylor Turner Walker Ward Wright Young King Knight Bell Booth Brook Brooks Bush Church Cross Day Dean Dale Fields Flowers Ford Forest Fox Frost Gates Gold Good Grant Gray Hall Hand Heath Key Lake Law Little Long Love Marsh May Moon Moore Park Parks Parsons Penny Pike Pool Pope Power Rice Rich Rivers Sharp Short Silver Snow Spring Steel Street Strong Summers Sweet Swift Wells West Winter Wise Woods Wall Waters Wolf Bird Bond Cash Child Drew English French German Holiday Hope Joy Lamb Lemon Mark Noble Nice Page Pride Savage Self Small Speed Story Thorn Trout Vine Weeks Worth"
      ),
      given: list(
        "Rose Hope Will April June Joy Dawn Frank Mark Bill Grace Faith Ivy Lily Daisy Violet Iris Pearl Ruby Amber Summer Autumn Ray Rob Pat Sue Gene Drew Chase Grant Miles Pierce Dean Chance Earl Guy Jay Rich Max Sandy Melody Charity Penny Ginger Olive Hazel Heather Holly Cherry Crystal Victor Austin Angel Art Norm Wade Reed Jack Harry Hunter Mason Carter Cooper Taylor Jordan Paris Florence Brook River Sky Robin Jasmine Rocky Buddy Skip Lance Cliff Glen Dale Forest Rusty Sunny Star Blossom Clay Stone Ace Bay Brandy Bliss Cash Colt Duke Ernest Fern Flora Honey Hunter Josh Ken Lane Liberty Major Myrtle Nick Opal Patience Prudence Randy Rod Sage Sterling Terry Tiffany Trinity Vernon Will"
      )
    }
  ]
}

function flat(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((one) => typeof one === "string")
  return value && typeof value === "object" ? Object.values(value).flatMap(flat) : []
}

/**
 * Returns a name as it is if it is in Latin letters. Cyrillic and Greek are transliterated letter by letter, and other
 * scripts are left out.
 */
function latin(name: string): string[] {
  const trimmed = name.trim()
  if (/^[\p{Script=Latin}\p{M} '’.-]+$/u.test(trimmed)) return [trimmed]
  if (!/^[\p{Script=Cyrillic}\p{Script=Greek}\p{M} '’.-]+$/u.test(trimmed)) return []
  const letters = [...trimmed.normalize("NFC").replace(/\p{M}/gu, "")].map((letter) => {
    const low = letter.toLowerCase()
    const out = LETTERS[low] ?? LETTERS[low.normalize("NFD").charAt(0)] ?? low
    return letter === low ? out : out.charAt(0).toUpperCase() + out.slice(1)
  })
  const written = letters.join("")
  return /^[\p{Script=Latin} '’.-]{2,}$/u.test(written) ? [written] : []
}

function unique(list: string[]): string[] {
  return [...new Set(list)]
}
