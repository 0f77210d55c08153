import { createContext, useContext } from "react";

/** The nonce of this answer's content security policy; "" in the browser, where it is hidden. */
export const NonceContext = createContext("");
export const useNonce = () => useContext(NonceContext);
