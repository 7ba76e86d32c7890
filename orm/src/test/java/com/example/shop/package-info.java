/** In a package of an application, so that its lines are call sites. */
package com.example.shop;
