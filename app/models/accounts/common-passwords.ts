/**
 * What is tried first when passwords are guessed. The short ones count where they are repeated, or padded with digits
 * and signs, until they reach twelve characters. Put together for this product from what breach reports name most often.
 */
const words = `
  password passw0rd passwort passphrase pass passcode secret letmein welcome welcomeback changeme changeit default
  guest login logon signin access administrator admin root superuser sysadmin sysop user username master testing tester
  test temp temporary example sample demo trustno1 whatever nothing something anything everything mypassword newpassword
  yourpassword thepassword ilovepassword mysecret topsecret supersecret opensesame sesame abracadabra computer internet
  keyboard laptop desktop server network office windows microsoft google facebook instagram linkedin twitter youtube
  amazon samsung apple iphone android nokia motorola vodafone orange
  qwerty qwertyuiop qwert qwertz azerty asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc asdzxc
  iloveyou loveyou iloveu ilovemyself loveme lover lovely love sweetheart sweetie darling honey baby babygirl babyboy
  princess prince angel angels mylove forever friend friends family mother father mummy daddy mommy sister brother
  sunshine sunflower rainbow butterfly flower flowers blossom summer winter spring autumn january february march april
  june july august september october november december monday tuesday wednesday thursday friday saturday sunday
  football footballer soccer rugby cricket baseball basketball hockey tennis golfer fishing swimming
  liverpool arsenal chelsea everton manchester manutd mancity united rangers celtic tottenham spurs newcastle villa
  westham leeds barcelona realmadrid juventus england scotland wales ireland britain london birmingham leicester
  glasgow edinburgh cardiff belfast nottingham sheffield bristol
  dragon monkey tiger tigger lion panther eagle falcon phoenix dolphin shadow hunter ranger killer ninja wizard merlin
  gandalf pokemon pikachu naruto batman superman spiderman ironman starwars skywalker darthvader matrix mustang ferrari
  porsche mercedes jaguar yamaha harley corvette
  charlie michael daniel jessica jennifer thomas george robert william matthew anthony andrew joshua james jordan
  nicole ashley hannah amanda samantha michelle melissa stephanie elizabeth victoria alexander christopher benjamin
  oliver harry jack chloe sophie emily charlotte maggie buster bailey ginger pepper cookie chocolate cheese banana
  coffee guinness whiskey vodka biscuit muffin pumpkin peanut snoopy mickey minnie donald garfield simpsons
  jesus christ blessed heaven godisgood jesuschrist christian allah muhammad bismillah peace freedom destiny diamond
  silver golden purple yellow orange black white green mercury saturn jupiter galaxy universe
  fuckyou fuckoff asshole bitch bastard bollocks wanker arsehole sexy pussy
  council cityhall government inspector inspection auditor audit housing service services manager officer director
  supervisor secretary finance payroll accounts
  correcthorsebatterystaple correcthorse batterystaple thequickbrownfox quickbrownfox maytheforcebewithyou
  iamthewalrus inthebeginning onceuponatime tobeornottobe nevergiveup letmeinplease letmeinnow ihatepasswords
  ihateyou iforgot iforgotmypassword idontknow dontforget rememberme forgetmenot hellokitty helloworld hello goodbye
  goodmorning goodnight happybirthday merrychristmas christmas halloween valentine beautiful gorgeous handsome
  1q2w3e4r5t6y 1q2w3e4r5t 1q2w3e4r 1qaz2wsx 1qaz2wsx3edc q1w2e3r4 q1w2e3r4t5y6 zaq12wsx zaq1xsw2 a1b2c3d4 a1b2c3d4e5f6
  abc123 abcd1234 abc123abc123 pass1234 password1 password12 password123 password1234 admin123 welcome1 welcome123
  letmein123 qwerty123 qwe123 asd123 zxc123 iloveyou2 monkey123 dragon123 test1234 trustno1trustno1 p@ssw0rd p@$$w0rd
  pa55word pa55w0rd 147258369 123654789 987654321 123123123 112233445566 121212121212 123321123321 159753 147852369
  147258369000 789456123 741852963 159357 102030405060 010203040506 111222333444 112358132134 314159265358 271828182845
`;

/** All in lower case. */
export const commonPasswords: ReadonlySet<string> = new Set(words.split(/\s+/).filter(Boolean));
